"""Name each load of a source by a stamp that never comes twice, instead of a count."""

import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("nutrition", "0001_initial")]

    operations = [
        migrations.RemoveField(model_name="cataloguesource", name="revision"),
        migrations.AddField(
            model_name="cataloguesource",
            name="stamp",
            field=models.UUIDField(default=uuid.uuid4, editable=False),
        ),
    ]
