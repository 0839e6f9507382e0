supply-title = Can it be sustained?
supply-head-coalition = Coalition
supply-head-contributor = Contributor
supply-head-stance = Stance
supply-land-forces = Land forces
supply-not-deployable = Not deployable
supply-head-available = Available
supply-head-sustainable = Sustainable
supply-sustainable = Sustainable
supply-head-share = Share
supply-head-over-under = Over or under
supply-head-method = Method
supply-head-required = Required
supply-head-sustained = Sustained
supply-head-meant = Meant for it
supply-head-samples = Share of samples
supply-yes = yes
supply-members-caption = The coalition. Garrisons, not deployable, the rotation base of the standing commitment and available add up to the land forces; sustainable is available over the rotation factor.
supply-others-caption = Not in the coalition, and in no sum: what they could sustain if they took part.
supply-fair-caption = Fair shares of the proposed force; over or under is what a member can sustain less its share.
supply-methods-caption = The sustainable force beside what each sizing method asks for: how much of it, and in which share of samples it is reached.
supply-answer = A coalition of { $members } can sustain { $sustainable }.
# Asserts a result.
supply-binds-armies = In the central case the size of the armies binds: the coalition has { $land } in its land forces.
# Asserts a result.
supply-binds-share = In the central case the deployable share binds: of { $free } outside garrisons { $available } can be sent, fewer than one tour takes.
# Asserts a result.
supply-binds-rotation = In the central case rotation binds: { $available } can be sent, enough for a tour, but not indefinitely.
# Asserts a result.
supply-no-tour = In the central case the pool does not fill one tour at full strength; from the start { $to } could be kept up.
supply-one-tour = one tour
supply-tours = { $count } tours
supply-tours-timed = { $tours } ({ $time })
# Asserts a result.
supply-lasts-left = In the central case the pool lasts { $tours } at full strength; then the force must shrink to { $left }, those who have not gone yet, until the first can go again { $back } after they left. From then on { $to } can be sustained.
# Asserts a result.
supply-lasts-none = In the central case the pool lasts { $tours } at full strength; then nobody is left to send until the first can go again { $back } after they left. From then on { $to } can be sustained.
supply-both = { $first } and { $last }
# Asserts a result.
supply-meets = In the central case supply meets the proposed force with { $input } at { $places }; now { $now }.
# Asserts a result.
supply-never-meets = In the central case no { $input } from { $from } to { $to } closes the shortfall: at best { $missing } are missing (at { $best }).
supply-coalition = { $sustainable } ({ $who }, { $count } contributors)
# Asserts a result.
supply-by-coalition = Sustainable by coalition: { $coalitions }.
# Asserts a result.
supply-joining-one = In the central case one more contributor, the largest outside, would close the shortfall.
# Asserts a result.
supply-joining = In the central case the { $count } largest outside would have to join to close the shortfall.
supply-inside = In the coalition
supply-outside = Not in the coalition
supply-group = { $name } ({ $all })
supply-group-largest = { $name } (the { $most } largest of { $all })
supply-contributors-subtitle = { $title }; ranked by the sustainable force, which is printed at the end of the bar
supply-spoken = { $name }: { $sustainable } sustainable
supply-unit = personnel
supply-not-sustainable = Available, at home in rotation
supply-of-coalition = Supply of the coalition
supply-asked-meant = Asked for by methods meant for { $purpose }
supply-asked-other = Asked for by other methods
supply-contributors-title = What becomes of each contributor's land forces
supply-beside-title = Supply beside what is asked for
supply-beside-subtitle = { $title }; methods: 5th to 95th percentile
supply-beside-samples = { $title }; 5th to 95th percentile
supply-beside-spoken = In the central case: { $rows }.
supply-named = { $name }: { $value }
supply-proposed = Proposed: { $force }
supply-personnel = Personnel
supply-rotation-title = What rotation leaves
supply-garrisons = Garrisons
supply-flank-base = Standing commitment with its rotation
supply-head-reading = Other readings of the same data
supply-head-why = What it says
supply-readings-caption = What the same figures give when the steps come in another order, or by shares that were published.
# Asserts a result.
supply-enough = That is { $margin } more than the proposed { $proposed }.
# Asserts a result.
supply-enough-in = That is { $margin } more than the proposed { $proposed }, and enough in { $share } of samples.
# Asserts a result.
supply-short = The proposed { $proposed } are { $short } more than that.
# Asserts a result.
supply-short-but = The proposed { $proposed } are { $short } more than that; it is enough in { $share } of samples.
# Asserts a result.
supply-binds-garrisons = In the central case permanent garrisons bind: of { $land } in the land forces they leave { $free }.
# Asserts a result.
supply-binds-standing = In the central case the standing commitment binds: of { $deployable } who can be sent it leaves { $available }, fewer than one tour takes.
# Asserts a result.
supply-all-short = All { $count } contributors together could sustain { $all }: { $short } short.
# Asserts a result.
supply-all-short-but = All { $count } contributors together could sustain { $all }: { $short } short, enough in { $share } of samples.
supply-published = Published by others, as ceilings for coalitions of their own: { $items }.
supply-published-one = { $value } ({ $sources })
supply-share-of-land = { $label }: { $share } % of the land forces
supply-order = Permanent garrisons are taken out first, because nobody from them is sent elsewhere; a post that rotates takes its whole rotation base out of those who can be sent. So the new mission gets what is left of the deployable pool, in rotation as well.
supply-nobody = Nothing says who could sustain the force: list who could send troops, each as [contributor.NAME] with `army_strength` and `stance`; `forcesize help sustainment` shows how.
supply-lacks = What can be sustained cannot be calculated: the scenario lacks { $inputs }. Fill in and add:
