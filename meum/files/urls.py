"""The address of private files."""

from django.urls import path

from meum.files.views import show_file

urlpatterns = [
    path("files/<str:token>", show_file, name="private-file"),
]
