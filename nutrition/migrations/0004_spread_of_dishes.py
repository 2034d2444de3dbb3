from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('nutrition', '0003_saved_meals'),
    ]

    operations = [
        migrations.AddField(
            model_name='foodversion',
            name='spread',
            field=models.BinaryField(null=True),
        ),
    ]
