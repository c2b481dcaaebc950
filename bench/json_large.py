# Five megabytes of JSON, written and read.
import json

records = [
    {
        "id": number,
        "name": f"record {number}",
        "tags": ["red", "green", "größer", None, True],
        "place": {"x": number / 7, "y": -number * 1.5, "text": 'with "quotes"\n and \\ lines'},
    }
    for number in range(30_000)
]
text = json.dumps(records)
print(len(text))
again = json.loads(text)
print(again == records, len(json.dumps(again, indent=1, sort_keys=True, ensure_ascii=False)))
