"""The addresses of the skin diary, below /api/v1/."""

from django.urls import URLPattern

from meum.people.api.entries import EntryKind, entry_routes
from skincare import queries, services
from skincare.api.serializers import SkinNoteSerializer
from skincare.models import SkinNote

SKIN_NOTES = EntryKind(
    one="skin_note",
    many="skin_notes",
    model=SkinNote,
    serializer=SkinNoteSerializer,
    visible=queries.visible_skin_notes,
    log=services.log_skin_note,
    correct=services.correct_skin_note,
)

urlpatterns: list[URLPattern] = [*entry_routes(SKIN_NOTES)]
