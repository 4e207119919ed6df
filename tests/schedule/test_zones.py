from studyapp.schedule import is_zone, zones_by_region


def test_every_zone_is_known_and_stands_in_its_region() -> None:
    regions = dict(zones_by_region())
    assert list(regions)[-1] == "Elsewhere"
    for region, names in regions.items():
        assert names == tuple(sorted(names))
        assert all(is_zone(name) for name in names)
        assert region == "Elsewhere" or all(name.startswith(f"{region}/") for name in names)
    assert "Europe/London" in regions["Europe"]
    assert "America/Argentina/Buenos_Aires" in regions["America"]
    assert regions["Elsewhere"] == ("UTC",)
