"""The treatments that a clinic often does."""

import pytest

from tests.support import web

FORM = {"name": "Neck", "device": "roller", "needle_depth_mm": "0.5", "areas": ["neck"]}


def test_an_added_one_is_offered_at_enrolment(desk, clinic):
    assert desk.post("/clinic/templates/add", FORM).status_code == 302
    assert clinic.templates.get().procedure == {"device": "roller", "needle_depth_mm": 0.5, "areas": ["neck"]}
    assert "Neck" in desk.get("/clinic/enrol").content.decode()
    assert "roller, 0.5 mm, neck" in desk.get("/clinic/templates").content.decode()


def test_a_changed_one_leaves_patients_as_they_were_enrolled(desk, clinic):
    template = web.a_template(clinic)
    patient = web.a_patient(clinic)
    desk.post(f"/clinic/templates/{template.pk}", FORM)
    template.refresh_from_db()
    assert template.name == "Neck"
    assert patient.treatments.get().procedure["device"] == "pen"


def test_its_form_begins_as_it_is(desk, clinic):
    template = web.a_template(clinic)
    page = desk.get(f"/clinic/templates/{template.pk}").content.decode()
    assert 'value="Face, 1.5 mm"' in page
    assert 'value="1.5"' in page
    assert 'value="pen" selected' in page
    assert 'value="face" checked' in page


def test_a_removed_one_is_gone(desk, clinic):
    template = web.a_template(clinic)
    desk.post(f"/clinic/templates/{template.pk}/remove")
    assert not clinic.templates.exists()


def test_a_protocol_of_the_clinic_may_go_with_it(desk, clinic):
    protocol = web.a_protocol(clinic)
    desk.post("/clinic/templates/add", {**FORM, "protocol": str(protocol.pk)})
    assert clinic.templates.get().protocol == protocol


def test_another_clinics_protocol_may_not(desk, clinic):
    foreign = web.a_protocol(web.a_clinic("Elsewhere"))
    assert desk.post("/clinic/templates/add", {**FORM, "protocol": str(foreign.pk)}).status_code == 422


@pytest.mark.parametrize(
    "wrong", [{"name": ""}, {"name": "Face, 1.5 mm"}, {"needle_depth_mm": "0"}, {"areas": ["moon"]}]
)
def test_a_wrong_one_is_refused_with_its_values_kept(desk, clinic, wrong):
    web.a_template(clinic)
    response = desk.post("/clinic/templates/add", {**FORM, **wrong})
    assert response.status_code == 422
    assert "There is a problem" in response.content.decode()
    assert clinic.templates.count() == 1


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("part", ["", "/remove"])
def test_another_clinics_is_not_there(desk, method, part):
    foreign = web.a_template(web.a_clinic("Elsewhere"))
    response = getattr(desk, method)(f"/clinic/templates/{foreign.pk}{part}", FORM)
    assert response.status_code in (404, 405)
    foreign.refresh_from_db()
