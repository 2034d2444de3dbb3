"""The sentences about files and repeated requests."""

from meum.domain.languages import Lang
from meum.kernel.phrases import register

register(
    {
        "error.file_empty": {
            Lang.ZH: "文件是空的，请重新选择。",
            Lang.EN: "The file is empty. Please choose another one.",
        },
        "error.file_too_big": {
            Lang.ZH: "文件太大了，请发 {mib} MB 以内的。",
            Lang.EN: "The file is too big. Please send one of at most {mib} MB.",
        },
        "error.file_type_not_accepted": {
            Lang.ZH: "这种文件用不了，请换一种格式。照片请用 JPEG、PNG、WebP 或 HEIC。",
            Lang.EN: "This type of file cannot be used here. Photos should be JPEG, PNG, WebP or HEIC.",
        },
        "error.photo_unreadable": {
            Lang.ZH: "这张照片打不开，请重新拍一张或换一张。",
            Lang.EN: "This photo cannot be opened. Please take or choose another one.",
        },
        "error.photo_too_large": {
            Lang.ZH: "照片像素太多了，请发 {megapixels} 百万像素以内的。",
            Lang.EN: "This photo has too many pixels. Please send one of at most {megapixels} megapixels.",
        },
        "error.photo_too_small": {
            Lang.ZH: "照片太小了，看不出内容，请发长宽都不少于 {pixels} 像素的。",
            Lang.EN: "This photo is too small to show anything. It needs at least {pixels} pixels a side.",
        },
        "error.faces_unavailable": {
            Lang.ZH: "现在没法查看照片里有没有人脸，所以照片不会留存。",
            Lang.EN: "Faces in photos cannot be found at the moment, so no photo is kept.",
        },
        "error.idempotency_key_reused": {
            Lang.ZH: "这个请求编号已经用在别的内容上了，请换一个新的编号。",
            Lang.EN: "This Idempotency-Key was used for another request. Please choose a new one.",
        },
        "error.invalid_idempotency_key": {
            Lang.ZH: "请求编号应为 1 到 255 个可见的英文字符。",
            Lang.EN: "An Idempotency-Key is 1 to 255 printable ASCII characters.",
        },
    }
)
