"""Times with zones, as people say them."""

import arrow

moment = arrow.get("2013-05-05T12:30:45.123456+02:00")
print(
    moment,
    moment.to("UTC"),
    moment.shift(months=+1, weeks=-1),
    moment.floor("hour"),
    moment.ceil("month"),
    moment.span("week"),
)
print(
    moment.format("YYYY-MM-DD HH:mm:ss ZZ W [at] dddd Do MMMM A"),
    moment.humanize(moment.shift(hours=-3)),
    moment.humanize(moment.shift(days=8), locale="de"),
)
print(
    arrow.get("May 5 2013 3:04 pm", "MMM D YYYY h:mm a"),
    arrow.get(1367900664),
    arrow.get("2013-W29-6"),
    arrow.get("20160505T153045Z"),
)
print(
    [str(each.date()) for each in arrow.Arrow.range("month", arrow.get(2020, 1, 31), limit=3)],
    moment.replace(hour=1, tzinfo="-05:00"),
)
for wrong in ("nothing", "2013-13-01"):
    try:
        arrow.get(wrong)
    except ValueError as error:
        print(type(error).__name__)
print(
    moment.isocalendar(),
    (moment - arrow.get(2013, 1, 1)).days,
    moment.dehumanize("in 2 hours"),
    moment < moment.shift(seconds=1),
    moment.for_json(),
)
