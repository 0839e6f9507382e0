# What `forcesize new` writes as comments into a scenario.
new-head = A force-sizing scenario. Put what is known in place of each "?"; `forcesize check` names those that are left.
new-head-like = A force-sizing scenario with the figures of a past mission: { $mission }. Change what is different.
new-purpose = What the mission is for: { $purposes }
new-origin = Every figure says where it comes from: assumed = "why", or source = "key" with a [source.key] as at the end.
new-range = An uncertain figure has a range beside its value: low, mode and high.
new-take-out = Take out what the mission does not have: a line, or an area with its population. Without a force, the question is how many.
new-source = A source, for figures that cite it as source = "my-source":
new-more = Further sections (past missions, contributors, cost, build-up, charts): `forcesize new --example` writes all of them, `forcesize help scenario` explains them.
new-not-known = Not known of this mission: { $inputs }.
new-mission = The past mission whose figures these are: it is not compared with itself. Take this line out once the mission is another.
