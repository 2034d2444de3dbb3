"""The sentences about jobs; staff read them."""

from meum.domain.languages import Lang
from meum.kernel.phrases import register

register(
    {
        "error.job_not_parked": {
            Lang.ZH: "只有停放的任务才能重新运行。",
            Lang.EN: "Only a parked job can be run again.",
        },
    }
)
