# Warnungen; die englischen stehen im Programm, wo es warnt.

warning-not-a-strength = `{ $name }` ist keine Stärke: `counting` besagt hier nichts
warning-no-source = `{ $name }` hat keine Quelle
warning-metric-no-source = Die Kennzahl `{ $name }` hat keine Quelle
warning-mission-no-source = Die Mission `{ $name }` hat keine Quelle
warning-no-purpose = Das Szenario nennt keinen Zweck
warning-nothing-computed = Aus den Eingaben dieses Szenarios lässt sich nichts berechnen
warning-undefined = `{ $name }` ist im zentralen Fall nicht definiert
warning-overflow = `{ $name }` überschreitet im zentralen Fall die größte darstellbare Zahl (Überlauf)
warning-undefined-in-ranges = `{ $name }` ist innerhalb der Bereiche seiner Eingaben womöglich nicht überall definiert
warning-disagree = `{ $name }` beträgt { $stated }, aber { $formula } ergibt { $computed }
warning-mixed-counting = `{ $name }` vermischt verschieden gezählte Stärken: { $rule } und { $other }
warning-not-available = `{ $name }` ist nicht verfügbar: benötigt { $needs }
warning-not-a-choice = Der zentrale Fall von `{ $name }` ist keiner der Wahlwerte
warning-read-as = `{ $written }` wird als { $number } gelesen
warning-another-unit = `{ $name }` hat eine andere Einheit als die gezeigten Kennzahlen und wird nicht gezeichnet
warning-flat-line = `{ $name }` hängt nicht von dem ab, was variiert wird
warning-empty-chart = Die Abbildung `{ $name }` hat nichts zu zeigen
warning-hard-to-read = `{ $key }` ist auf dem Hintergrund schlecht zu lesen: Kontrast { $reached }; Text braucht { $needed }
