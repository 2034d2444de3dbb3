"""The addresses of people, agreements, sharing and history, below /api/v1/."""

from django.urls import URLPattern, path

from meum.journal.snapshots import kind_of
from meum.people.api import history, me, sharing, sign_in
from meum.people.api.entries import Followed, followed
from meum.people.models import Profile

followed[kind_of(Profile)] = Followed(name="profile", current=me.current_profiles)

urlpatterns: list[URLPattern] = [
    path("sign-up", sign_in.SignUpView.as_view()),
    path("sign-in", sign_in.SignInView.as_view()),
    path("refresh", sign_in.RefreshView.as_view()),
    path("sign-out", sign_in.SignOutView.as_view()),
    path("sign-ins", sign_in.SignInList.as_view()),
    path("sign-ins/<uuid:sign_in_id>", sign_in.SignInDetail.as_view()),
    path("me", me.MeView.as_view()),
    path("profile", me.ProfileView.as_view()),
    path("consents", me.ConsentList.as_view()),
    path("consents/<slug:purpose>", me.ConsentDetail.as_view()),
    path("consent-texts", me.OfferList.as_view()),
    path("grants", sharing.GrantList.as_view()),
    path("grants/<uuid:grant_id>", sharing.GrantDetail.as_view()),
    path("nutritionists", sharing.NutritionistList.as_view()),
    path("people", sharing.PeopleList.as_view()),
    path("looks", sharing.LookList.as_view()),
    path("changes", history.ChangeList.as_view()),
    path("changes/<uuid:group>/undo", history.UndoGroupView.as_view()),
    path("undo", history.UndoView.as_view()),
    path("redo", history.RedoView.as_view()),
]
