from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce

BATCH = 5000


def name_senders(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Name the identity that sent each message over WeChat, elsewhere the conversation."""
    inbound, conversation = apps.get_model("bots", "Inbound"), apps.get_model("bots", "Conversation")
    by_wechat = conversation.objects.filter(
        pk=OuterRef("conversation_id"), channel="wechat", person__identities__provider="wechat_oa"
    )
    latest = by_wechat.order_by("-person__identities__created_at").values("person__identities__pk")[:1]
    while chosen := list(inbound.objects.filter(sender=None).values_list("pk", flat=True)[:BATCH]):
        inbound.objects.filter(pk__in=chosen).update(sender=Coalesce(Subquery(latest), F("conversation_id")))


class Migration(migrations.Migration):

    dependencies = [
        ("bots", "0004_answers_released_and_tried_again"),
        ("people", "0002_links_and_leaving"),
    ]

    operations = [
        migrations.AddField(model_name="inbound", name="sender", field=models.UUIDField(null=True)),
        migrations.RunPython(name_senders, migrations.RunPython.noop, elidable=True),
        migrations.AlterField(model_name="inbound", name="sender", field=models.UUIDField()),
        migrations.RemoveConstraint(model_name="inbound", name="inbound_once"),
        migrations.AddConstraint(
            model_name="inbound",
            constraint=models.UniqueConstraint(fields=("sender", "message_id"), name="inbound_once"),
        ),
    ]
