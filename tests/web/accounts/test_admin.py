"""The admin is for staff accounts, and for superusers."""

import pytest
from django.test import Client

from needlecare.web.accounts.admin import site
from needlecare.web.accounts.models import Clinic, User
from tests.support import web

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin() -> Client:
    """A browser of somebody who may use it."""
    return web.browser_of_staff(User.objects.create_superuser("root@clinic.example", web.PASSWORD, name="Root"))


def test_nothing_of_patients_is_in_it():
    assert set(site._registry) == {User, Clinic}


@pytest.mark.parametrize(
    "page", ["", "accounts/user/", "accounts/user/add/", "accounts/clinic/", "accounts/clinic/add/"]
)
def test_its_pages_open_for_a_superuser(admin, page):
    assert admin.get(f"/admin/{page}").status_code == 200


def test_an_account_is_made_in_it(admin):
    form = {"email": "new@clinic.example", "name": "New", "usable_password": "true", "password1": web.PASSWORD,
            "password2": web.PASSWORD, "memberships-TOTAL_FORMS": 0, "memberships-INITIAL_FORMS": 0}  # fmt: skip
    assert admin.post("/admin/accounts/user/add/", form).status_code == 302
    assert User.objects.get(email="new@clinic.example").check_password(web.PASSWORD)


@pytest.mark.parametrize("fields", [{}, {"is_staff": True}])
def test_it_is_shut_for_all_others(fields):
    user = web.a_user()
    User.objects.filter(pk=user.pk).update(**fields)
    response = web.browser_of_staff(user).get("/admin/accounts/user/")
    assert response.status_code in (302, 403)


def test_one_signs_in_to_it_as_everywhere():
    assert Client().get("/admin/", follow=True).redirect_chain[-1][0].startswith("/staff/login/")


def test_a_clinic_is_not_deleted_in_it(admin):
    assert admin.post(f"/admin/accounts/clinic/{web.a_clinic().pk}/delete/", {"post": "yes"}).status_code == 403
