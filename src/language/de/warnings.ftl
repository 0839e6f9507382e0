# Warnungen; die englischen stehen im Programm, wo es warnt.

warning-not-a-strength = `{ $name }` ist keine Stärke: `counting` besagt hier nichts
warning-no-source = `{ $name }` hat keine Quelle
warning-metric-no-source = Die Kennzahl `{ $name }` hat keine Quelle
warning-mission-no-source = Die Mission `{ $name }` hat keine Quelle
warning-no-purpose = Das Szenario nennt keinen Zweck
warning-nothing-computed = Aus den Eingaben dieses Szenarios lässt sich nichts berechnen
warning-undefined = `{ $name }` ist im zentralen Fall nicht definiert
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
warning-cut = Vom Bereich von `{ $name }` liegen { $share } % außerhalb seiner Grenzen und werden abgeschnitten
warning-cut-moves = Vom Bereich von `{ $name }` liegen { $share } % außerhalb seiner Grenzen und werden abgeschnitten; das verschiebt die angegebenen Werte: { $moved }
warning-pole = `{ $name }` teilt durch `{ $operand }`; in { $share } % der Stichproben ist das null oder hat das andere Vorzeichen
warning-root = `{ $name }` zieht die Wurzel aus `{ $operand }`; in { $share } % der Stichproben ist das negativ
warning-logarithm = `{ $name }` nimmt den Logarithmus von `{ $operand }`; in { $share } % der Stichproben ist das null oder negativ
warning-power = `{ $name }` bildet die Potenz `{ $operation }`; in { $share } % der Stichproben liegt die Basis außerhalb des Definitionsbereichs oder jenseits einer Polstelle
warning-rank-missed = Für `{ $first }` und `{ $second }` ist die Rangkorrelation { $asked } angegeben; erreicht wird { $reached }
