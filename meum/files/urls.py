"""The address of private files."""

from django.urls import path

from meum.files.views import FileView

urlpatterns = [
    path("files/<str:token>", FileView.as_view(), name="private-file"),
]
