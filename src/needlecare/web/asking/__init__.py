"""Questions made from the knowledge, as pages of a form: what an answer looks like, and the case that it makes.

    page = CHECK_IN[0]                                            # pages.py
    form = form_for(page, knowledge, data=request.POST)           # forms.py; every question may be left out
    if form.is_valid():                                           # the case model itself judges; faults stand at fields
        answers = form.merged(answers)                            # what was told before, with this page's answers
    told = case_of(answers, knowledge)["check_ins"][0]            # case.py; raises nothing, Case.read judges
    form = form_for(page, knowledge, initial=answers_of(case))    # the way back, to fill in what is known

Answers are one flat mapping from keys of facts (`day`, `sign.itch`, `history.acne`, as in `questions` of an assessment)
to texts, or lists of texts for sets. It travels in hidden inputs: `answers_in(request.POST, knowledge)` reads it.

    {% from "asking/fields.jinja" import fields, hidden, summary with context %}
    {{ summary(form) }}                                           first on the page; links to the fields at fault
    <form method="post" novalidate>
      {{ hidden(answers, form) }}                                 everything but what this page asks itself
      {{ fields(form) }}                                          or field(bound, question) for each of form.shown()
    </form>
"""
