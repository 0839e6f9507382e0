# Was `forcesize new` als Kommentare in ein Szenario schreibt.
new-head = Ein Szenario zur Bemessung einer Truppe. Anstelle jedes "?" einsetzen, was bekannt ist; `forcesize check` nennt, was noch fehlt.
new-head-like = Ein Szenario mit den Zahlen einer früheren Mission: { $mission }. Zu ändern ist, was anders ist.
new-purpose = Wozu die Mission dient: { $purposes }
new-origin = Jede Zahl sagt, woher sie stammt: assumed = "Grund" oder source = "schluessel" mit einem [source.schluessel] wie am Ende.
new-range = Eine unsichere Zahl hat neben ihrem Wert einen Bereich: low, mode und high.
new-take-out = Zu streichen ist, was die Mission nicht hat: eine Linie, oder ein Gebiet mit seiner Bevölkerung. Ohne Truppe lautet die Frage, wie viele nötig sind.
new-source = Eine Quelle für Zahlen, die sie mit source = "my-source" anführen:
new-more = Weitere Abschnitte (frühere Missionen, Beitragende, Kosten, Aufbau, Diagramme): `forcesize new --example` schreibt sie alle, `forcesize help scenario` erklärt sie.
new-not-known = Von dieser Mission nicht bekannt: { $inputs }.
new-mission = Die frühere Mission, deren Zahlen das sind: Sie wird nicht mit sich selbst verglichen. Die Zeile streichen, sobald es eine andere Mission ist.
