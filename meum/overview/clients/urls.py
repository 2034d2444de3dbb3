"""The addresses of a nutritionist's pages."""

from django.contrib import admin
from django.urls import path

from meum.overview.clients.meal import MealPage
from meum.overview.clients.views import DayPage, people, person

app_name = "clients"
_page = admin.site.admin_view

urlpatterns = [
    path("", _page(people), name="list"),
    path("<uuid:person_id>/", _page(person), name="person"),
    path("<uuid:person_id>/days/<str:day>/", _page(DayPage.as_view()), name="day"),
    path("<uuid:person_id>/meals/<uuid:meal_id>/", _page(MealPage.as_view()), name="meal"),
]
