"""The words that each end of a printed square knows beforehand, so that squares need not carry them.

They look like a plain diary: what stands nearer to the end costs less. A table is never changed once paper with it may
lie in a drawer; another gets the next number, and both are read.
"""

# Made of one long text, broken anywhere.

_FIRST = (
    b'"prepared": [], "own_steps": [], "own_effects": [{"words": "", "retired": false}], "finished": "2026-, "'
    b'followed_by": ""matters": {"values": [{"text": ""}], "ready": [{"question": "", "yes": true}, {"question'
    b'": "", "yes": false}]}"unlike_usual": false"unlike_usual": true "reporter": "helper", , "moment": "later'
    b'", , "moment": "during", "mixed""plasma", "stopped_early": true"neck-line""chest-line""groin-line""other'
    b'""access": "unknown", "fluid": "unknown""state": "missed""asked": true}+00:00+01:00+02:00-05:00"temperat'
    b'ure_c": 38."temperature_c": 37."temperature_c": 36.{"effect": "other", "severity": 2, "began": "next-day'
    b'", "told_staff": false, "words": ""}, {"effect": "sore-site", "severity": 2, "began": "next-day", "told_'
    b'staff": false, "words": ""}, {"effect": "bruising", "severity": 2, "began": "next-day", "told_staff": fa'
    b'lse, "words": ""}, {"effect": "itch-rash", "severity": 2, "began": "next-day", "told_staff": false, "wor'
    b'ds": ""}, "breathless", "wheeze", "chest-pain", "face-swelling", "fainted", "fit", "confused", "new-weak'
    b'ness", "sight-loss", "bleeding", "black-stool", "line-problem", "mood", "fever-chills", "heartbeat", "ar'
    b'm-swelling", "leg-swelling",  the and that was not for but have could should would with from after befor'
    b"e during session tingling lips fingers tired legs feet walk slept better worse night morning home nurse "
    b'I felt my {\n "format": "tpe-guide-diary",\n "version": 1,\n "exported_at": "2026-01-01T12:00:00+02:00",\n "'
    b'app": "tpe-guide 0.1.0",\n "language": "en",\n "course": {"id": "", "started": "2026-, "planned_sessions":'
    b' 5, "access": "arm-veins"},\n "sessions": [\n  {"id": "", "number": 6, "day": "2026-, "state": "planned", '
    b'"minutes": null, "access": "unknown", "fluid": null, "stopped_early": false, "note": ""},\n  {"id": "", "'
    b'number": 1, "day": "2026-, "state": "done", "minutes": 120, "access": "arm-veins", "fluid": "albumin", "'
    b'stopped_early": false, "note": ""},\n ],\n "entries": [\n  {"id": "", "session": "", "day": "2026-, "moment'
    b'": "next-day", "recorded_at": "2026-T09:, "reporter": "self", "effects": [], "none_noticed": true, "func'
    b'tion": {}, "temperature_c": null, "note": ""},\n  {"id": "", "session": "", "day": "2026-, "moment": "eve'
    b'ning", "recorded_at": "2026-T19:, "reporter": "self", "effects": [{"effect": "cramps", "severity": 2, "b'
    b'egan": "at-home", "told_staff": false, "words": ""}, {"effect": "headache", "severity": 1, "began": "dur'
    b'ing", "told_staff": false, "words": ""}, {"effect": "cold", "severity": 2, "began": "at-home", "told_sta'
    b'ff": false, "words": ""}, {"effect": "taste", "severity": 1, "began": "during", "told_staff": false, "wo'
    b'rds": ""}, {"effect": "light-headed", "severity": 2, "began": "at-home", "told_staff": false, "words": "'
    b'"}, {"effect": "nausea", "severity": 1, "began": "during", "told_staff": false, "words": ""}, {"effect":'
    b' "fever-chills", "severity": 2, "began": "at-home", "told_staff": false, "words": ""}, {"effect": "tingl'
    b'ing", "severity": 1, "began": "during", "told_staff": false, "words": ""}, {"effect": "tired", "severity'
    b'": 2, "began": "at-home", "told_staff": false, "words": ""}, {"effect": "cramps", "severity": 2, "began"'
    b': "at-home", "told_staff": true, "words": ""}, {"effect": "headache", "severity": 1, "began": "during", '
    b'"told_staff": true, "words": ""}, {"effect": "cold", "severity": 2, "began": "at-home", "told_staff": tr'
    b'ue, "words": ""}, {"effect": "taste", "severity": 1, "began": "during", "told_staff": true, "words": ""}'
    b', {"effect": "light-headed", "severity": 2, "began": "at-home", "told_staff": true, "words": ""}, {"effe'
    b'ct": "nausea", "severity": 1, "began": "during", "told_staff": true, "words": ""}, {"effect": "fever-chi'
    b'lls", "severity": 2, "began": "at-home", "told_staff": true, "words": ""}, {"effect": "tingling", "sever'
    b'ity": 1, "began": "during", "told_staff": true, "words": ""}, {"effect": "tired", "severity": 2, "began"'
    b': "at-home", "told_staff": true, "words": ""}, {"effect": "cramps", "severity": 2, "began": "at-home", "'
    b'told_staff": null, "words": ""}, {"effect": "headache", "severity": 1, "began": "during", "told_staff": '
    b'null, "words": ""}, {"effect": "cold", "severity": 2, "began": "at-home", "told_staff": null, "words": "'
    b'"}, {"effect": "taste", "severity": 1, "began": "during", "told_staff": null, "words": ""}, {"effect": "'
    b'light-headed", "severity": 2, "began": "at-home", "told_staff": null, "words": ""}, {"effect": "nausea",'
    b' "severity": 1, "began": "during", "told_staff": null, "words": ""}, {"effect": "fever-chills", "severit'
    b'y": 2, "began": "at-home", "told_staff": null, "words": ""}, {"effect": "tingling", "severity": 1, "bega'
    b'n": "during", "told_staff": null, "words": ""}, {"effect": "tired", "severity": 2, "began": "at-home", "'
    b'told_staff": null, "words": ""}, {"effect": "cramps", "severity": 0, "began": "unknown", "told_staff": n'
    b'ull, "words": ""}, {"effect": "headache", "severity": 0, "began": "unknown", "told_staff": null, "words"'
    b': ""}, {"effect": "cold", "severity": 0, "began": "unknown", "told_staff": null, "words": ""}, {"effect"'
    b': "taste", "severity": 0, "began": "unknown", "told_staff": null, "words": ""}, {"effect": "light-headed'
    b'", "severity": 0, "began": "unknown", "told_staff": null, "words": ""}, {"effect": "nausea", "severity":'
    b' 0, "began": "unknown", "told_staff": null, "words": ""}, {"effect": "fever-chills", "severity": 0, "beg'
    b'an": "unknown", "told_staff": null, "words": ""}, {"effect": "tingling", "severity": 0, "began": "unknow'
    b'n", "told_staff": null, "words": ""}, {"effect": "tired", "severity": 0, "began": "unknown", "told_staff'
    b'": null, "words": ""}], "none_noticed": false, "function": {"vision": 5, "walking": 5, "hands": 5, "ener'
    b'gy": 5, "thinking": 5}, "temperature_c": null, "note": ""},\n ],\n "questions": [\n  {"text": "", "asked": '
    b'false},\n  {"text": "", "asked": false}\n ]\n}\n'
)

WORDS = {1: _FIRST}
"""By the version that a square names."""
