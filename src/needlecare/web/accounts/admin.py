"""The admin: staff accounts, clinics and who works where, for superusers alone. Nothing of patients is in it."""

from allauth.account.decorators import secure_admin_login
from django.contrib.admin import AdminSite, ModelAdmin, TabularInline
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.http import HttpRequest

from needlecare.web.accounts.models import Clinic, Membership, User


class StaffSite(AdminSite):
    """Open to superusers; one signs in as everybody does, so that attempts are counted."""

    site_header = site_title = "Needlecare staff accounts"
    index_title = "Accounts"

    def has_permission(self, request: HttpRequest) -> bool:
        """Superusers alone."""
        return bool(request.user.is_active and request.user.is_superuser)


class NewUserForm(AdminUserCreationForm):
    """An account by e-mail address."""

    class Meta:
        model = User
        fields = ("email", "name")


class ChangedUserForm(UserChangeForm):
    """An account as it is."""

    class Meta:
        model = User
        fields = "__all__"


class MembershipInline(TabularInline):
    """Where somebody works."""

    model = Membership
    extra = 0


class StaffAdmin(UserAdmin):
    """Accounts of staff."""

    form, add_form = ChangedUserForm, NewUserForm
    inlines = [MembershipInline]
    list_display = ("email", "name", "is_active", "is_superuser")
    list_filter = ("is_active", "is_superuser")
    search_fields = ("email", "name")
    ordering = ("email",)
    filter_horizontal = ()
    fieldsets = (
        (None, {"fields": ("email", "name", "password")}),
        ("Rights", {"fields": ("is_active", "is_staff", "is_superuser")}),
    )
    add_fieldsets = ((None, {"fields": ("email", "name", "usable_password", "password1", "password2")}),)


class ClinicAdmin(ModelAdmin):
    """Clinics, without their patients; one that has patients is not deleted here."""

    list_display = ("name", "phone", "time_zone", "is_demo")
    search_fields = ("name",)
    inlines = [MembershipInline]

    def has_delete_permission(self, request: HttpRequest, obj: Clinic | None = None) -> bool:
        """Never: it would take patients along."""
        return False


site = StaffSite()
site.login = secure_admin_login(site.login)  # type: ignore[method-assign]
site.register(User, StaffAdmin)
site.register(Clinic, ClinicAdmin)
