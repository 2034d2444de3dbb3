"""Packaged food over REST: a photo of a packet is sent, read by a worker, looked up, and kept once confirmed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponseBase
from django.utils import timezone
from rest_framework import serializers
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from meum.journal.models import Door
from meum.kernel.api import ApiView, parse
from meum.kernel.api_forms import AmountField
from meum.kernel.fields import IdField, InstantField, TextField
from meum.kernel.language import active_language
from meum.kernel.openapi import IDEMPOTENCY_KEY, Operation
from meum.kernel.rendering import render
from meum.people.api.asking import asker
from meum.people.api.once import answered_once
from nutrition import queries, services
from nutrition.api.own_foods import LabelSerializer, OwnFoodSerializer, with_label
from nutrition.api.serializers import FoodFoundShown
from nutrition.domain.panels import Finding, Per
from nutrition.models.packets import PacketState
from nutrition.panel_phrases import sentence_of
from nutrition.services.own_foods import LONGEST_NAME

_PERS = [(per.value, per.value) for per in Per]


class PacketSent(serializers.Serializer[Any]):
    """A photo of a packet; with an `id` of the client's it may be sent again."""

    id = IdField(required=False)
    photo = serializers.FileField(help_text="JPEG, PNG, WebP or HEIC")


class PanelColumnShown(serializers.Serializer[Any]):
    """One column of figures: amounts and shares of a day's reference, by names that end with the unit."""

    per = serializers.ChoiceField(choices=_PERS, allow_null=True, help_text="null where the panel does not say")
    amounts = serializers.DictField(child=serializers.FloatField())
    percents = serializers.DictField(child=serializers.FloatField())


class PanelShown(serializers.Serializer[Any]):
    """A nutrition panel as it was read."""

    serving = serializers.FloatField(allow_null=True, help_text="g, of a drink ml, where a serving is told")
    columns = PanelColumnShown(many=True)


class PanelProblemShown(serializers.Serializer[Any]):
    """What does not fit, so that the person looks again."""

    code = serializers.CharField(source="problem.value")
    name = serializers.CharField(help_text="the figure that it is about, empty for the whole")
    text = serializers.SerializerMethodField(help_text="in the caller's language")

    def get_text(self, finding: Finding) -> str:
        """Return the sentence."""
        return sentence_of(finding, active_language())


class PacketShown(serializers.Serializer[Any]):
    """What a photo of a packet told; a day later it is deleted."""

    id = serializers.UUIDField()
    state = serializers.ChoiceField(choices=PacketState.choices)
    gtin = serializers.CharField(help_text="the number under the bar code, empty where none was read")
    products = FoodFoundShown(many=True, help_text="own foods and foods of the catalogue with this number")
    panel = PanelShown(allow_null=True)
    problems = PanelProblemShown(many=True)
    own_food_id = serializers.UUIDField(allow_null=True)


class PacketKept(serializers.Serializer[Any]):
    """The name under which a packet is kept, and what corrects what was read."""

    id = IdField(required=False, help_text="of the own food")
    at = InstantField(required=False, help_text="now when it is not there")
    name = TextField(max_length=LONGEST_NAME)
    portion_grams = AmountField(required=False, help_text="in place of the serving that was read")
    label = LabelSerializer(  # type: ignore[assignment]  # a declared field takes no attribute's place
        required=False, help_text="in place of all figures that were read"
    )


class PacketList(ApiView):
    """Photos of packets."""

    parser_classes = (MultiPartParser,)
    operations = {
        "POST": Operation(
            name="send_packet",
            tag="foods",
            summary="Send a photo of a packet; a worker reads its bar code and its nutrition panel",
            body=PacketSent,
            answer=PacketShown,
            status=202,
        )
    }

    def post(self, request: Request) -> Response:
        """Take the photo in; what it tells is asked for later, at the address in `Location`."""
        told = parse(PacketSent, request.data)
        photo: UploadedFile[bytes] = told["photo"]
        packet = services.send_packet(
            person=asker(request), door=Door.API, content=photo.read(), packet_id=told.get("id")
        )
        shown = render(PacketShown, queries.packet_summary(owner=asker(request), packet_id=packet.pk))
        return Response(shown, status=202, headers={"Location": f"{request.path}/{packet.pk}"})


class PacketDetail(ApiView):
    """One photo of a packet."""

    operations = {
        "GET": Operation(
            name="get_packet", tag="foods", summary="Show what a photo of a packet told", answer=PacketShown
        )
    }

    def get(self, request: Request, entry_id: UUID) -> Response:
        """Answer what is known so far."""
        return Response(render(PacketShown, queries.packet_summary(owner=asker(request), packet_id=entry_id)))


class PacketKeeping(ApiView):
    """Keep a packet as an own food."""

    operations = {
        "POST": Operation(
            name="keep_packet",
            tag="foods",
            summary="Keep what a packet tells, once the person confirmed it, as an own food with its bar code",
            body=PacketKept,
            answer=OwnFoodSerializer,
            status=201,
            parameters=(IDEMPOTENCY_KEY,),
        )
    }

    def post(self, request: Request, entry_id: UUID) -> HttpResponseBase:
        """Store the own food and answer it."""
        told = with_label(parse(PacketKept, request.data))
        person = asker(request)

        def respond() -> Response:
            own = services.keep_packet(
                person=person,
                author=person,
                door=Door.API,
                at=told.get("at") or timezone.now(),
                packet_id=entry_id,
                name=told["name"],
                label=told.get("label"),
                portion_grams=told.get("portion_grams"),
                entry_id=told.get("id"),
            )
            shown = queries.own_food_summary(owner=person, own_food_id=own.pk)
            return Response(render(OwnFoodSerializer, shown), status=201)

        return answered_once(request, respond)
