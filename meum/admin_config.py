"""The admin app with our own site; apart from the site itself, which needs the models to be loaded."""

from django.contrib.admin.apps import AdminConfig


class MeumAdminConfig(AdminConfig):
    """Make our site the one that every app registers with."""

    default_site = "meum.admin_site.MeumAdminSite"
