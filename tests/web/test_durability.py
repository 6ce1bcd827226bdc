"""What was acknowledged is there, once and whole, whenever the server is killed (`python -m bench durability`)."""

from bench.web_durability import killed


def test_no_acknowledged_check_in_is_lost_doubled_or_half_there_when_the_server_is_killed():
    told = killed(kills=3, patients=24, clients=4)
    assert told.acknowledged > 0
    assert told.found == told.acknowledged == told.sent
    assert (told.lost, told.doubled, told.half, told.strange) == (0, 0, 0, 0)
    assert told.wrong == ()
