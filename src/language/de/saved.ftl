title-rerun = Neu berechnet
title-diff = Was sich geändert hat
saved-what = Was
saved-difference = Differenz
saved-ratio = Verhältnis
saved-absent = nicht vorhanden
saved-compared = { $numbers ->
    [one] { $numbers } Zahl
   *[other] { $numbers } Zahlen
} und { $texts ->
    [one] { $texts } Text
   *[other] { $texts } Texte
}
saved-more = { $count } weitere sind nicht gezeigt; --json nennt alle.
saved-format = { $scenario } wurde im Format { $old } geschrieben; diese Version schreibt Format { $new }, in dem einige Schlüssel etwas anderes bedeuten (`forcesize help outputs`). Verglichen werden nur die zentralen Werte.
rerun-saved = Gespeichert
rerun-now = Jetzt
rerun-version = Das Ergebnis stammt von Version { $old }; dies ist Version { $version }.
rerun-holds = { $scenario }: Alles stimmt überein ({ $compared }).
rerun-fails = { $scenario }: { $count ->
    [one] { $count } Wert stimmt
   *[other] { $count } Werte stimmen
} nicht mehr (verglichen: { $compared }).
rerun-new = { $count ->
    [one] { $count } Wert ist neu und wurde nicht verglichen.
   *[other] { $count } Werte sind neu und wurden nicht verglichen.
}
diff-a = A
diff-b = B
diff-earlier = einer früheren Version
diff-versions = A stammt von Version { $a }, B von Version { $b }.
diff-nothing = Nichts hat sich geändert (verglichen: { $compared }).
diff-counts = { $changed ->
    [one] { $changed } Wert ist geändert
   *[other] { $changed } Werte sind geändert
}, { $appeared } sind neu und { $gone } fehlen (verglichen: { $compared }).
diff-changed = Geändert
diff-appeared = Nur in B
diff-gone = Nur in A
place-of = { $of }: { $what }
place-value = Wert
place-unit = Einheit
place-source = Quelle
place-formula = Formel
place-label = Bezeichnung
place-range = Bereich
place-distribution = Verteilung
place-low = unteres Ende
place-central = Mitte
place-high = oberes Ende
place-mean = Mittelwert
place-ends = Art der Enden
place-choices = Wahlwerte
place-share = Anteil
place-scopes = Gruppen
place-members = Mitglieder
place-monte_carlo = Stichproben
place-metrics = Kennzahlen
place-inputs = Eingaben
diff-further = Weitere Unterschiede außer Eingaben und Kennzahlen: { $count }; --all nennt sie.
