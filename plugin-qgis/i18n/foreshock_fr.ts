<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>ForeshockActions</name>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Connection…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Fetch waiting results</source>
        <translation>Récupérer les résultats en attente</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Simulate damage in a freehand area…</source>
        <translation>Simuler des dommages dans une zone à main levée…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Simulate damage in a polygon…</source>
        <translation>Simuler des dommages dans un polygone…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Simulate damage in a rectangle…</source>
        <translation>Simuler des dommages dans un rectangle…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Simulate damage in selected features…</source>
        <translation>Simuler des dommages dans les entités sélectionnées…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Simulate damage…</source>
        <translation>Simuler des dommages…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>User guide</source>
        <translation>Guide d'utilisation</translation>
    </message>
</context>
<context>
    <name>ForeshockAffected</name>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>1 feature could not be measured; it is not counted as affected.</source>
        <translation>1 entité n'a pas pu être mesurée ; elle n'est pas comptée comme affectée.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>1 feature had an invalid geometry, which was repaired to be measured.</source>
        <translation>1 entité avait une géométrie invalide, qui a été réparée pour être mesurée.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>1 feature has no geometry; it is in no number.</source>
        <translation>1 entité n'a pas de géométrie ; elle n'entre dans aucun décompte.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/tables.py"/>
        <source>Choose a name that ends in one of {endings}.</source>
        <translation>Choisissez un nom qui se termine par l'une des extensions {endings}.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/tables.py"/>
        <source>Is it open in another program, or the disk full?</source>
        <translation>Est-il ouvert dans un autre programme, ou le disque est-il plein ?</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/overlay.py"/>
        <source>Save the features in one that holds this part of the Earth.</source>
        <translation>Enregistrez les entités dans un SCR qui couvre cette partie de la Terre.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/run.py"/>
        <source>Set it in the layer's properties.</source>
        <translation>Définissez-le dans les propriétés de la couche.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>The features have no field “{name}”.</source>
        <translation>Les entités n'ont pas de champ « {name} ».</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/overlay.py"/>
        <source>The footprint has no place in the coordinate reference system of the features.</source>
        <translation>L'emprise ne peut pas être située dans le système de coordonnées de référence des entités.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>They have: {names}.</source>
        <translation>Champs disponibles : {names}.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>{count} features could not be measured; they are not counted as affected.</source>
        <translation>{count} entités n'ont pas pu être mesurées ; elles ne sont pas comptées comme affectées.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>{count} features had invalid geometries, which were repaired to be measured.</source>
        <translation>{count} entités avaient des géométries invalides, qui ont été réparées pour être mesurées.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>{count} features have no geometry; they are in no number.</source>
        <translation>{count} entités n'ont pas de géométrie ; elles n'entrent dans aucun décompte.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/tables.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation>Impossible d'écrire {path} : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/tables.py"/>
        <source>{path} says no format that can be written.</source>
        <translation>L'extension de {path} ne correspond à aucun format pris en charge en écriture.</translation>
    </message>
    <message>
        <location filename="../foreshock/assess/run.py"/>
        <source>“{layer}” has no coordinate reference system.</source>
        <translation>« {layer} » n'a pas de système de coordonnées de référence.</translation>
    </message>
</context>
<context>
    <name>ForeshockAffectedDialog</name>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Add as layer</source>
        <translation>Ajouter comme couche</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Added “{layer}”: {path}</source>
        <translation>« {layer} » ajoutée : {path}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Affected features — {result}</source>
        <translation>Entités affectées — {result}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Affected features: {layer}</source>
        <translation>Entités affectées : {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Called off.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Copy table</source>
        <translation>Copier le tableau</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Export affected features</source>
        <translation>Exporter les entités affectées</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Exported: {path}</source>
        <translation>Exporté : {path}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Exporting affected features</source>
        <translation>Export des entités affectées</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>It would be the file {path}.</source>
        <translation>Ce serait le fichier {path}.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Keeping affected features</source>
        <translation>Enregistrement des entités affectées</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Run</source>
        <translation>Exécuter</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>The affected features, in a GeoPackage beside the result.</source>
        <translation>Les entités affectées, dans un GeoPackage à côté du résultat.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>What of a layer lies inside the change footprint of “{result}”. It is looked at where the result is. A computed scenario, not an observation.</source>
        <translation>Ce qui, dans une couche, se trouve à l'intérieur de l'emprise des changements de « {result} ». L'examen se limite à l'étendue du résultat. C'est un scénario calculé, pas une observation.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>{count} features read…</source>
        <translation>{count} entités lues…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation>Impossible d'écrire {path} : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>“{result}” has no change footprint.</source>
        <translation>« {result} » n'a pas d'emprise des changements.</translation>
    </message>
</context>
<context>
    <name>ForeshockAffectedForm</name>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>A row for each</source>
        <translation>Une ligne par valeur de</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>Add up</source>
        <translation>Totaliser</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>Affected from</source>
        <translation>Affectée à partir de</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>Layer</source>
        <translation>Couche</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>any part</source>
        <translation>n'importe quelle partie</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>in proportion to the affected share</source>
        <translation>au prorata de la part affectée</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>of a feature's length, area or points</source>
        <translation>de la longueur, de la surface ou des points d'une entité</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>of each affected feature, in full</source>
        <translation>de chaque entité affectée, en totalité</translation>
    </message>
</context>
<context>
    <name>ForeshockAffectedLayer</name>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>Affected area (m²), simulated</source>
        <translation>Surface affectée (m²), simulée</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>Affected by</source>
        <translation>Affecté par</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>Affected length (m), simulated</source>
        <translation>Longueur affectée (m), simulée</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>Affected share (0 to 1), simulated</source>
        <translation>Part affectée (0 à 1), simulée</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>Affected {layer}</source>
        <translation>Entités affectées de {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>Affected {layer}: {result}</source>
        <translation>Entités affectées de {layer} : {result}</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>QGIS cannot open the affected features {path}.</source>
        <translation>QGIS ne peut pas ouvrir les entités affectées {path}.</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>They were written; try to add them by hand.</source>
        <translation>Elles ont été écrites ; essayez de les ajouter manuellement.</translation>
    </message>
</context>
<context>
    <name>ForeshockAffectedTable</name>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>Affected</source>
        <translation>Affectées</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>All</source>
        <translation>Total</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>Area (m²)</source>
        <translation>Surface (m²)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>Features</source>
        <translation>Entités</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>Length (m)</source>
        <translation>Longueur (m)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>Looked at</source>
        <translation>Examinées</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>{area} are inside.</source>
        <translation>Surface à l'intérieur : {area}.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>{count} of {of} features of “{layer}” are affected.</source>
        <translation>{count} entités sur {of} de « {layer} » sont affectées.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>{field}, by share</source>
        <translation>{field}, au prorata</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>{field}, in full</source>
        <translation>{field}, en totalité</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>{length} m of lines are inside.</source>
        <translation>Longueur de lignes à l'intérieur : {length} m.</translation>
    </message>
</context>
<context>
    <name>ForeshockArea</name>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>Choose an area on the layer, or zoom to it first.</source>
        <translation>Choisissez une zone sur la couche, ou zoomez d'abord sur celle-ci.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>Draw it again.</source>
        <translation>Dessinez-la à nouveau.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>Draw it nearer to the layer, or set the map to the layer's coordinate system.</source>
        <translation>Dessinez-la plus près de la couche, ou passez la carte dans le système de coordonnées de la couche.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>Repair them first (Vector → Geometry Tools → Fix Geometries).</source>
        <translation>Réparez-les d'abord (Vecteur → Outils de géométrie → Réparer les géométries).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>Select fewer of them, or simplify them first (Vector → Geometry Tools → Simplify).</source>
        <translation>Sélectionnez-en moins, ou simplifiez-les d'abord (Vecteur → Outils de géométrie → Simplifier).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The chosen area cannot be transformed to the layer's coordinate system.</source>
        <translation>La zone choisie ne peut pas être transformée dans le système de coordonnées de la couche.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The chosen area does not overlap the layer.</source>
        <translation>La zone choisie ne recouvre pas la couche.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The chosen area has no surface.</source>
        <translation>La zone choisie n'a pas de surface.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The map shows nothing of this layer.</source>
        <translation>La carte ne montre rien de cette couche.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The polygons cannot be combined: {reason}.</source>
        <translation>Les polygones ne peuvent pas être combinés : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The polygons of “{layer}” have more than {count} vertices here.</source>
        <translation>Les polygones de « {layer} » ont ici plus de {count} sommets.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The visible extent does not fit the layer's coordinate system.</source>
        <translation>L'étendue visible est incompatible avec le système de coordonnées de la couche.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>Zoom to the layer first.</source>
        <translation>Zoomez d'abord sur la couche.</translation>
    </message>
</context>
<context>
    <name>ForeshockAreaPanel</name>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Add one to the project, or draw the area.</source>
        <translation>Ajoutez-en une au projet, ou dessinez la zone.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Change only inside</source>
        <translation>Ne modifier qu'à l'intérieur de</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Choose one first.</source>
        <translation>Choisissez-en d'abord une.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Choose one, or switch “{name}” off.</source>
        <translation>Choisissez-en une, ou décochez « {name} ».</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Choose the visible extent, or draw an area.</source>
        <translation>Choisissez l'étendue visible, ou dessinez une zone.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Draw a polygon</source>
        <translation>Dessiner un polygone</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Draw a rectangle</source>
        <translation>Dessiner un rectangle</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Draw freehand</source>
        <translation>Dessiner à main levée</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Drawn on the map</source>
        <translation>Dessinée sur la carte</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>No polygon layer is chosen.</source>
        <translation>Aucune couche de polygones n'est choisie.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>No raster layer is chosen.</source>
        <translation>Aucune couche raster n'est choisie.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Nothing is drawn yet.</source>
        <translation>Rien n'est encore dessiné.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Nothing is selected in “{layer}”.</source>
        <translation>Rien n'est sélectionné dans « {layer} ».</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Outside these polygons every pixel stays as it is</source>
        <translation>À l'extérieur de ces polygones, chaque pixel reste tel quel</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Press one of the buttons and draw the area.</source>
        <translation>Cliquez sur l'un des boutons et dessinez la zone.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Select the polygons on the map first.</source>
        <translation>Sélectionnez d'abord les polygones sur la carte.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Selected features</source>
        <translation>Entités sélectionnées</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>The whole layer has {width} × {height} px, more than can be simulated at once.</source>
        <translation>La couche entière fait {width} × {height} px, plus que ce qui peut être simulé en une fois.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Visible extent</source>
        <translation>Étendue visible</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Whole layer</source>
        <translation>Couche entière</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>all {total} feature(s); select some to use only these</source>
        <translation>toutes les entités ({total}) ; sélectionnez-en pour n'utiliser que celles-ci</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>{count} of {total} feature(s) selected</source>
        <translation>{count} entité(s) sélectionnée(s) sur {total}</translation>
    </message>
</context>
<context>
    <name>ForeshockAreaTool</name>
    <message>
        <location filename="../foreshock/gui/area_tools.py"/>
        <source>Click the corners; a right click or Enter ends, Backspace takes the last corner back.</source>
        <translation>Cliquez sur les sommets ; un clic droit ou Entrée termine, Retour arrière supprime le dernier sommet.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_tools.py"/>
        <source>Drag around the area.</source>
        <translation>Tracez le contour de la zone en maintenant le bouton enfoncé.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_tools.py"/>
        <source>Drag from corner to corner, or click two corners.</source>
        <translation>Faites glisser d'un coin à l'autre, ou cliquez sur deux coins.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_tools.py"/>
        <source>Esc gives up.</source>
        <translation>Échap abandonne.</translation>
    </message>
</context>
<context>
    <name>ForeshockAssemble</name>
    <message>
        <location filename="../foreshock/jobs/assembling.py"/>
        <source>Choose another area.</source>
        <translation>Choisissez une autre zone.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assembling.py"/>
        <source>Free some space, and check that the folder may be written to.</source>
        <translation>Libérez de l'espace et vérifiez que le dossier est accessible en écriture.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assembling.py"/>
        <source>No tile was edited.</source>
        <translation>Aucune tuile n'a été modifiée.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assembling.py"/>
        <source>Run the simulation again.</source>
        <translation>Relancez la simulation.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assemble_task.py"/>
        <source>Simulate: composing {layer}</source>
        <translation>Simuler : assemblage de {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assembling.py"/>
        <source>The journal of request {job} has no stretch.</source>
        <translation>Le journal de la demande {job} ne contient pas d'étirement.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assemble_task.py"/>
        <source>The result cannot be composed: {reason}.</source>
        <translation>Le résultat ne peut pas être assemblé : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assembling.py"/>
        <source>The result cannot be written: {reason}.</source>
        <translation>Le résultat ne peut pas être écrit : {reason}.</translation>
    </message>
</context>
<context>
    <name>ForeshockBackground</name>
    <message>
        <location filename="../foreshock/gui/background.py"/>
        <source>That failed: {reason}.</source>
        <translation>L'opération a échoué : {reason}.</translation>
    </message>
</context>
<context>
    <name>ForeshockBadge</name>
    <message>
        <location filename="../foreshock/gui/frame_words.py"/>
        <location filename="../foreshock/layers/badge_item.py"/>
        <source>SIMULATED</source>
        <translation>SIMULÉ</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/tile_preview.py"/>
        <source>SIMULATED preview</source>
        <translation>Aperçu SIMULÉ</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/frame_words.py"/>
        <source>before</source>
        <translation>avant</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/frame_words.py"/>
        <source>before (SIMULATED)</source>
        <translation>avant (SIMULÉ)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/frame_words.py"/>
        <source>{label} — SIMULATED</source>
        <translation>{label} — SIMULÉ</translation>
    </message>
</context>
<context>
    <name>ForeshockButtons</name>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>&amp;Finish</source>
        <translation>&amp;Terminer</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>&amp;Next &gt;</source>
        <translation>&amp;Suivant &gt;</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>&lt; &amp;Back</source>
        <translation>&lt; &amp;Précédent</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Commit</source>
        <translation>Valider</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
</context>
<context>
    <name>ForeshockChecks</name>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>1 to 64 of a-z, 0-9, - and _</source>
        <translation>1 à 64 caractères parmi a-z, 0-9, - et _</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>1 to {most} bytes of UTF-8 without control characters</source>
        <translation>1 à {most} octets en UTF-8 sans caractère de contrôle</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>WKT of a coordinate reference system, at most {most} bytes</source>
        <translation>WKT d'un système de coordonnées de référence, au plus {most} octets</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>a multiple of {multiple} from {least} to {most} px</source>
        <translation>un multiple de {multiple}, de {least} à {most} px</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>a multiple of {multiple}, below 2^40</source>
        <translation>un multiple de {multiple}, inférieur à 2^40</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>above 0 up to 1</source>
        <translation>supérieur à 0, au plus 1</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>above 0, metres per px</source>
        <translation>supérieur à 0, en mètres par px</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>at most {most}</source>
        <translation>au plus {most}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>below {bound}</source>
        <translation>inférieur à {bound}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>it contains a control character; write one line</source>
        <translation>contient un caractère de contrôle ; écrivez une seule ligne</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>it has {size} bytes; shorten it</source>
        <translation>fait {size} octets ; raccourcissez</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>it is empty; say what should happen</source>
        <translation>vide ; dites ce qui doit se passer</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>no mask was sent</source>
        <translation>aucun masque n'a été envoyé</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>present when {field} is {value}</source>
        <translation>présent si {field} vaut {value}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>tile {index} of {tiles}</source>
        <translation>tuile {index} sur {tiles}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>{count} examples</source>
        <translation>{count} exemples</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>{least} to {most}</source>
        <translation>de {least} à {most}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>{size} bytes</source>
        <translation>{size} octets</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>{tiles} tiles</source>
        <translation>{tiles} tuiles</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>{value} is not</source>
        <translation>{value} ne convient pas</translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>“{text}” is not WKT; addresses and codes are not taken</source>
        <translation>« {text} » n'est pas du WKT ; les adresses et les codes ne sont pas acceptés</translation>
    </message>
</context>
<context>
    <name>ForeshockClientFolder</name>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>Check its permissions.</source>
        <translation>Vérifiez ses permissions.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>It collects the result itself; or close it first.</source>
        <translation>Il récupère lui-même le résultat ; sinon, fermez-le d'abord.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>No journal folder under {folder} can be locked.</source>
        <translation>Aucun dossier de journal sous {folder} ne peut être verrouillé.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>Request {job} belongs to another QGIS that is running.</source>
        <translation>La demande {job} appartient à un autre QGIS en cours d'exécution.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>Requests are kept in the profile (and on the machine) that sent them.</source>
        <translation>Les demandes sont conservées dans le profil (et sur la machine) qui les a envoyées.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>The journal folder {folder} cannot be written: {reason}.</source>
        <translation>Le dossier de journal {folder} n'est pas accessible en écriture : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>There is no request {job} in this QGIS profile.</source>
        <translation>Il n'y a pas de demande {job} dans ce profil QGIS.</translation>
    </message>
</context>
<context>
    <name>ForeshockCodec</name>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a UUID</source>
        <translation>un UUID</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a finite number</source>
        <translation>un nombre fini</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a list</source>
        <translation>une liste</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a text</source>
        <translation>un texte</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a time in RFC 3339</source>
        <translation>une date-heure RFC 3339</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a whole number</source>
        <translation>un nombre entier</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a whole number from 0</source>
        <translation>un nombre entier positif ou nul</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>an object</source>
        <translation>un objet</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>at most {most} bytes</source>
        <translation>au plus {most} octets</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>one of {names}</source>
        <translation>l'une des valeurs {names}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>present</source>
        <translation>une valeur présente</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>standard base64</source>
        <translation>du base64 standard</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>the message has {size} bytes ({limit})</source>
        <translation>le message fait {size} octets ({limit})</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>the message is not a JSON object</source>
        <translation>le message n'est pas un objet JSON</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>this message says schema {said}; this side reads {schema}</source>
        <translation>ce message annonce le schéma {said} ; ce côté-ci lit {schema}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>true or false</source>
        <translation>vrai ou faux</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>{count} values</source>
        <translation>{count} valeurs</translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>{field}: must be {expected}</source>
        <translation>{field} : attendu : {expected}</translation>
    </message>
</context>
<context>
    <name>ForeshockCompare</name>
    <message>
        <location filename="../foreshock/gui/compare.py"/>
        <source>Open the project in which the simulation was run.</source>
        <translation>Ouvrez le projet dans lequel la simulation a été lancée.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/compare.py"/>
        <source>The layer that “{layer}” was made from is not in this project.</source>
        <translation>La couche dont « {layer} » est issue n'est pas dans ce projet.</translation>
    </message>
</context>
<context>
    <name>ForeshockConnectionDialog</name>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>A fleet (broker)</source>
        <translation>Un parc de calcul (courtier)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>Broker</source>
        <translation>Courtier</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>CA file</source>
        <translation>Fichier d'AC</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Certificats (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>Choose or create some.</source>
        <translation>Choisissez-en ou créez-en.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>Copy diagnostics</source>
        <translation>Copier les diagnostics</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>Credentials stored in QGIS, encrypted</source>
        <translation>Identifiants enregistrés dans QGIS, chiffrés</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>For the next run only, then forgotten</source>
        <translation>Pour la prochaine exécution seulement, puis oublié</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>For the operator of the fleet. Passwords are not in it.</source>
        <translation>Pour l'exploitant du parc de calcul. Ne contient aucun mot de passe.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>Foreshock: connection</source>
        <translation>Foreshock : connexion</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>Model folder</source>
        <translation>Dossier du modèle</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>No stored credentials are chosen.</source>
        <translation>Aucun identifiant enregistré n'est choisi.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>Password, kept in memory until QGIS ends</source>
        <translation>Mot de passe, gardé en mémoire jusqu'à la fermeture de QGIS</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>Testing…</source>
        <translation>Test en cours…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>The model runs on this computer. No imagery leaves it, and no broker is needed.</source>
        <translation>Le modèle s'exécute sur cet ordinateur. Aucune image n'en sort, et aucun courtier n'est nécessaire.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>Threads</source>
        <translation>Fils d'exécution</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>automatic</source>
        <translation>automatique</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>only for an operator's own authority</source>
        <translation>seulement pour l'autorité propre à un exploitant</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>the file “foreshock” or “foreshock.exe”</source>
        <translation>le fichier « foreshock » ou « foreshock.exe »</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>the program's own small model</source>
        <translation>le petit modèle propre au programme</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>“Basic” for user and password, “PKI-Paths” for a client certificate. When Foreshock first connects, QGIS asks for your master password: it opens QGIS's encrypted store of credentials, and is not the broker's.</source>
        <translation>« Basic » pour un nom d'utilisateur et un mot de passe, « PKI-Paths » pour un certificat client. À la première connexion de Foreshock, QGIS demande votre mot de passe principal : il ouvre la base d'identifiants chiffrée de QGIS ; ce n'est pas celui du courtier.</translation>
    </message>
</context>
<context>
    <name>ForeshockConnectionStore</name>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>Choose a file of certificates in PEM form, as the operator gave it to you.</source>
        <translation>Choisissez un fichier de certificats au format PEM, tel que l'exploitant vous l'a remis.</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>Choose the file “foreshock” (on Windows “foreshock.exe”).</source>
        <translation>Choisissez le fichier « foreshock » (sous Windows « foreshock.exe »).</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>Choose the file “foreshock” under “Connection… → This computer”.</source>
        <translation>Choisissez le fichier « foreshock » sous « Connexion… → Cet ordinateur ».</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>Name a file that holds it in the environment variable QGIS_AUTH_PASSWORD_FILE.</source>
        <translation>Indiquez un fichier qui le contient dans la variable d'environnement QGIS_AUTH_PASSWORD_FILE.</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>No broker is set.</source>
        <translation>Aucun courtier n'est défini.</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>No program is set.</source>
        <translation>Aucun programme n'est défini.</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>Press “Connection…” and fill in its address.</source>
        <translation>Cliquez sur « Connexion… » et saisissez son adresse.</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>Press “Connection…” and type it.</source>
        <translation>Cliquez sur « Connexion… » et saisissez-le.</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>The CA file {path} cannot be read: {reason}.</source>
        <translation>Le fichier d'AC {path} ne peut pas être lu : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>The CA file {path} holds no certificate.</source>
        <translation>Le fichier d'AC {path} ne contient aucun certificat.</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>The credentials “{name}” are locked by the master password of QGIS.</source>
        <translation>Les identifiants « {name} » sont verrouillés par le mot de passe principal de QGIS.</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>The password of the broker is not known.</source>
        <translation>Le mot de passe du courtier n'est pas connu.</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>The stored credentials cannot be read.</source>
        <translation>Les identifiants enregistrés ne peuvent pas être lus.</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>There is no program “{path}”.</source>
        <translation>Il n'y a pas de programme « {path} ».</translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>Unlock the authentication database, or choose credentials of the type “Basic” or “PKI-Paths”.</source>
        <translation>Déverrouillez la base de données d'authentification, ou choisissez des identifiants de type « Basic » ou « PKI-Paths ».</translation>
    </message>
</context>
<context>
    <name>ForeshockController</name>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>1 simulation waits for its result.</source>
        <translation>1 simulation attend son résultat.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/target_layer.py"/>
        <source>Add imagery, or choose a raster layer in the layer panel.</source>
        <translation>Ajoutez de l'imagerie, ou choisissez une couche raster dans le panneau Couches.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Add it, right-click it and choose the scenario again.</source>
        <translation>Ajoutez-la, faites un clic droit dessus et choisissez à nouveau le scénario.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Added “{layer}”: synthetic imagery, not an observation.</source>
        <translation>« {layer} » ajoutée : imagerie synthétique, pas une observation.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Asking {place}…</source>
        <translation>Interrogation : {place}…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Call off</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Called off: {layer}</source>
        <translation>Annulé : {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Fetch now</source>
        <translation>Récupérer maintenant</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>No fleet is set. Press “Connection…”.</source>
        <translation>Aucun parc de calcul n'est défini. Cliquez sur « Connexion… ».</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Not connected. Connecting asks for the master password of QGIS.</source>
        <translation>Non connecté. La connexion demande le mot de passe principal de QGIS.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Nothing is lost: results wait until you connect again.</source>
        <translation>Rien n'est perdu : les résultats attendent votre reconnexion.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>The layer that it was made from is not in this project. Its file: {path}</source>
        <translation>La couche dont il est issu n'est pas dans ce projet. Son fichier : {path}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>The layer “{layer}” is not in this project.</source>
        <translation>La couche « {layer} » n'est pas dans ce projet.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/target_layer.py"/>
        <source>There is no raster layer to simulate on.</source>
        <translation>Il n'y a pas de couche raster sur laquelle simuler.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>{count} simulations wait for their results.</source>
        <translation>{count} simulations attendent leurs résultats.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>{layer}: stopped, not called off.</source>
        <translation>{layer} : arrêté, non annulé.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>{layer}: stopped, nothing is lost. {reason}</source>
        <translation>{layer} : arrêté, rien n'est perdu. {reason}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>{layer}: {message}</source>
        <translation>{layer} : {message}</translation>
    </message>
</context>
<context>
    <name>ForeshockDifference</name>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>A result lies on the grid of the raster that it was made from: choose that one.</source>
        <translation>Un résultat se trouve sur la grille du raster dont il est issu : choisissez celui-ci.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>Choose the raster that the result was made from.</source>
        <translation>Choisissez le raster dont le résultat est issu.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>Compare by eye (swipe, flip), or save the area as GeoTIFF and simulate on that.</source>
        <translation>Comparez à l'œil (balayage, alternance), ou enregistrez la zone en GeoTIFF et simulez sur ce fichier.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/difference_task.py"/>
        <source>Difference: {layer}</source>
        <translation>Différence : {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>Is its folder there, and may you write to it?</source>
        <translation>Son dossier existe-t-il, et pouvez-vous y écrire ?</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>Is the disk full?</source>
        <translation>Le disque est-il plein ?</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/difference_layer.py"/>
        <source>It was written; try to add it by hand.</source>
        <translation>Le fichier a été écrit ; essayez de l'ajouter manuellement.</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/difference_layer.py"/>
        <source>QGIS cannot open the difference {path}.</source>
        <translation>QGIS ne peut pas ouvrir la différence {path}.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/difference_task.py"/>
        <source>The difference cannot be computed: {reason}.</source>
        <translation>La différence ne peut pas être calculée : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>The difference cannot be written: {reason}.</source>
        <translation>La différence ne peut pas être écrite : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation>Impossible d'écrire {path} : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>{path} is one of the rasters to be compared.</source>
        <translation>{path} est l'un des rasters à comparer.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>{path} was not written whole.</source>
        <translation>{path} n'a pas été écrit en entier.</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/difference_layer.py"/>
        <source>{result} difference</source>
        <translation>Différence de {result}</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>“{after}” and “{before}” do not lie on one pixel grid.</source>
        <translation>« {after} » et « {before} » ne sont pas sur une même grille de pixels.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>“{after}” and “{before}” have different bands.</source>
        <translation>« {after} » et « {before} » ont des bandes différentes.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>“{layer}” has no samples of its own: a service draws it, and what was drawn is not kept.</source>
        <translation>« {layer} » n'a pas d'échantillons propres : un service la dessine, et ce qui a été dessiné n'est pas conservé.</translation>
    </message>
</context>
<context>
    <name>ForeshockDrawing</name>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>Check that QGIS shows the layer there; then run it again.</source>
        <translation>Vérifiez que QGIS y affiche la couche, puis relancez.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>Check that QGIS shows the layer; then run it again.</source>
        <translation>Vérifiez que QGIS affiche la couche, puis relancez.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>Choose another area or another resolution.</source>
        <translation>Choisissez une autre zone ou une autre résolution.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>Is the disk full?</source>
        <translation>Le disque est-il plein ?</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>Run it again.</source>
        <translation>Relancez.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>Run it again; or allow missing map tiles, which then stay as they are in the result.</source>
        <translation>Relancez ; ou autorisez les tuiles cartographiques manquantes, qui restent alors telles quelles dans le résultat.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>The drawing of the map cannot be written: {reason}.</source>
        <translation>Le rendu de la carte ne peut pas être écrit : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>The drawing of the map was not written whole.</source>
        <translation>Le rendu de la carte n'a pas été écrit en entier.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>The map is empty in this area at this resolution.</source>
        <translation>La carte est vide dans cette zone à cette résolution.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>The map server cannot be used: {reason}.</source>
        <translation>Le serveur cartographique ne peut pas être utilisé : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>The map server delivered nothing of this area: {reason}.</source>
        <translation>Le serveur cartographique n'a rien fourni pour cette zone : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>The map server did not deliver {missing} of {all} map tiles ({reason}); the first lies at {x}, {y}.</source>
        <translation>Le serveur cartographique n'a pas fourni {missing} tuiles cartographiques sur {all} ({reason}) ; la première se trouve en {x}, {y}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/map_answers.py"/>
        <source>an answer that is no picture but {kind}</source>
        <translation>une réponse qui n'est pas une image mais {kind}</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/map_answers.py"/>
        <source>an empty answer</source>
        <translation>une réponse vide</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>its source is not valid</source>
        <translation>sa source n'est pas valide</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/map_answers.py"/>
        <source>no answer in time</source>
        <translation>pas de réponse à temps</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>they are empty, or did not come</source>
        <translation>elles sont vides, ou ne sont pas arrivées</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>{path} is missing.</source>
        <translation>{path} est introuvable.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/map_answers.py"/>
        <source>{reason}: {words}</source>
        <translation>{reason} : {words}</translation>
    </message>
</context>
<context>
    <name>ForeshockDrawnLayer</name>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>Repair its source first.</source>
        <translation>Réparez d'abord sa source.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>Save the area as GeoTIFF first (Export → Save As).</source>
        <translation>Enregistrez d'abord la zone en GeoTIFF (Exporter → Enregistrer sous).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>Set it first (Layer → Set CRS of Layer).</source>
        <translation>Définissez-le d'abord (Couche → Définir le SCR des couches).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>The map server does not say how far this layer reaches.</source>
        <translation>Le serveur cartographique n'indique pas l'étendue de cette couche.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>This layer cannot be read.</source>
        <translation>Cette couche ne peut pas être lue.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>This layer comes from a service as numbers, not as a picture.</source>
        <translation>Cette couche provient d'un service sous forme de nombres, pas d'image.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>This layer has no coordinate reference system.</source>
        <translation>Cette couche n'a pas de système de coordonnées de référence.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>zoom {zoom} ({gsd} m per px)</source>
        <translation>zoom {zoom} ({gsd} m par px)</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>{gsd} m per px</source>
        <translation>{gsd} m par px</translation>
    </message>
</context>
<context>
    <name>ForeshockErrors</name>
    <message>
        <location filename="../foreshock/core/errors.py"/>
        <source>{field}: {found} (must be {limit})</source>
        <translation>{field} : {found} (attendu : {limit})</translation>
    </message>
</context>
<context>
    <name>ForeshockEstimate</name>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>1 tile</source>
        <translation>1 tuile</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>A pixel is {gsd} here; {model} was made for {low} to {high}. Expect poor results.</source>
        <translation>Un pixel fait ici {gsd} ; {model} est conçu pour {low} à {high}. Attendez-vous à des résultats médiocres.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>about {time}</source>
        <translation>environ {time}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>queued behind people who wait for a few tiles</source>
        <translation>en file d'attente derrière ceux qui n'attendent que quelques tuiles</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>time not known before the first run</source>
        <translation>durée inconnue avant la première exécution</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>{count} pictures</source>
        <translation>{count} images</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>{tiles} tiles</source>
        <translation>{tiles} tuiles</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>{width} × {height} px of {gsd}</source>
        <translation>{width} × {height} px de {gsd}</translation>
    </message>
</context>
<context>
    <name>ForeshockExample</name>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>An example needs {least} px a side, and no side more than {times} times the other.</source>
        <translation>Un exemple doit faire au moins {least} px de côté, sans qu'un côté dépasse {times} fois l'autre.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>Choose another layer.</source>
        <translation>Choisissez une autre couche.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>Choose layers that share a smaller place (at most {most} px a side).</source>
        <translation>Choisissez des couches dont la zone commune est plus petite (au plus {most} px de côté).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>Choose two that overlap.</source>
        <translation>Choisissez-en deux qui se recouvrent.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>The example layer {path} cannot be read: {reason}.</source>
        <translation>La couche d'exemple {path} ne peut pas être lue : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>The example would need {width} × {height} px of a map service.</source>
        <translation>L'exemple demanderait {width} × {height} px à un service cartographique.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>The example's two layers have no data at the same place.</source>
        <translation>Les deux couches de l'exemple n'ont pas de données au même endroit.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>The place that both example layers show has {width} × {height} px, which is too small or too narrow.</source>
        <translation>La zone commune aux deux couches de l'exemple fait {width} × {height} px, ce qui est trop petit ou trop étroit.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>no reason given</source>
        <translation>aucune raison indiquée</translation>
    </message>
</context>
<context>
    <name>ForeshockExamplePanel</name>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>An example needs two layers that show the same place.</source>
        <translation>Un exemple nécessite deux couches qui montrent le même lieu.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>Choose both, or leave both empty.</source>
        <translation>Choisissez les deux, ou laissez les deux vides.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>Choose two different layers.</source>
        <translation>Choisissez deux couches différentes.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>Choose two layers in the same coordinate system.</source>
        <translation>Choisissez deux couches dans le même système de coordonnées.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>The chosen model takes no examples.</source>
        <translation>Le modèle choisi n'accepte pas d'exemples.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>The example has only one of its two layers.</source>
        <translation>L'exemple n'a qu'une de ses deux couches.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>The example shows the same layer before and after.</source>
        <translation>L'exemple montre la même couche avant et après.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>The extents of the example's two layers cannot be compared.</source>
        <translation>Les étendues des deux couches de l'exemple ne peuvent pas être comparées.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>Two layers of one place, before and after a real event, show the model what is meant. Their common extent is sent with every tile.</source>
        <translation>Deux couches d'un même lieu, avant et après un événement réel, montrent au modèle ce qui est attendu. Leur étendue commune est envoyée avec chaque tuile.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>“{before}” and “{after}” do not overlap.</source>
        <translation>« {before} » et « {after} » ne se recouvrent pas.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>“{layer}” cannot serve as an example: {reason}</source>
        <translation>« {layer} » ne peut pas servir d'exemple : {reason}</translation>
    </message>
</context>
<context>
    <name>ForeshockFlip</name>
    <message>
        <location filename="../foreshock/gui/flip.py"/>
        <source>Its time was switched off in the layer's properties: set a fixed range there (Temporal).</source>
        <translation>Son temps a été désactivé dans les propriétés de la couche : définissez-y un intervalle fixe (Temporel).</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/flip.py"/>
        <source>This map view has no temporal controller.</source>
        <translation>Cette vue cartographique n'a pas de contrôleur temporel.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/flip.py"/>
        <source>Use the main map of QGIS, or the swipe tool.</source>
        <translation>Utilisez la carte principale de QGIS, ou l'outil de balayage.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/flip.py"/>
        <source>“{layer}” has no time.</source>
        <translation>« {layer} » n'a pas de dimension temporelle.</translation>
    </message>
</context>
<context>
    <name>ForeshockFootprint</name>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>1 area</source>
        <translation>1 zone</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>Area (m²)</source>
        <translation>Surface (m²)</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>Instruction</source>
        <translation>Consigne</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>It was written; try to add it by hand.</source>
        <translation>Le fichier a été écrit ; essayez de l'ajouter manuellement.</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>Pixels</source>
        <translation>Pixels</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>QGIS cannot open the change footprint {path}.</source>
        <translation>QGIS ne peut pas ouvrir l'emprise des changements {path}.</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>{count} areas</source>
        <translation>{count} zones</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>{result} change ({areas}, {size})</source>
        <translation>{result}, changements ({areas}, {size})</translation>
    </message>
</context>
<context>
    <name>ForeshockFootprintFile</name>
    <message>
        <location filename="../foreshock/imagery/footprint.py"/>
        <source>Is the disk full?</source>
        <translation>Le disque est-il plein ?</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/footprint.py"/>
        <source>The change footprint cannot be traced: {reason}.</source>
        <translation>L'emprise des changements ne peut pas être vectorisée : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/footprint.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation>Impossible d'écrire {path} : {reason}.</translation>
    </message>
</context>
<context>
    <name>ForeshockGrid</name>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>a tile side of {side} px cannot be used</source>
        <translation>des tuiles de {side} px de côté ne peuvent pas être utilisées</translation>
    </message>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>an overlap of {overlap} px cannot be used with tiles of {side} px</source>
        <translation>un recouvrement de {overlap} px ne peut pas être utilisé avec des tuiles de {side} px</translation>
    </message>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>the area needs {tiles} tiles; choose a smaller one</source>
        <translation>la zone nécessite {tiles} tuiles ; choisissez-en une plus petite</translation>
    </message>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>the area of interest does not overlap the raster</source>
        <translation>la zone d'intérêt ne recouvre pas le raster</translation>
    </message>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>the area of interest is not finite</source>
        <translation>la zone d'intérêt n'est pas finie</translation>
    </message>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>the geotransform holds a number that is not finite</source>
        <translation>la géotransformation contient un nombre qui n'est pas fini</translation>
    </message>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>the geotransform is singular: its pixels have no area</source>
        <translation>la géotransformation est singulière : ses pixels n'ont pas de surface</translation>
    </message>
</context>
<context>
    <name>ForeshockGroups</name>
    <message>
        <location filename="../foreshock/layers/groups.py"/>
        <source>Simulations</source>
        <translation>Simulations</translation>
    </message>
</context>
<context>
    <name>ForeshockJournal</name>
    <message>
        <location filename="../foreshock/core/journal.py"/>
        <source>Check its permissions.</source>
        <translation>Vérifiez ses permissions.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/journal.py"/>
        <source>Delete its folder.</source>
        <translation>Supprimez son dossier.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/journal.py"/>
        <source>The journal file {path} cannot be read: {reason}.</source>
        <translation>Le fichier de journal {path} ne peut pas être lu : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/core/journal.py"/>
        <source>The journal file {path} is damaged: {reason}.</source>
        <translation>Le fichier de journal {path} est endommagé : {reason}.</translation>
    </message>
</context>
<context>
    <name>ForeshockLayer</name>
    <message>
        <location filename="../foreshock/imagery/crs.py"/>
        <source>A GeoTIFF cannot hold this layer's coordinate reference system.</source>
        <translation>Un GeoTIFF ne peut pas contenir le système de coordonnées de référence de cette couche.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Choose a layer with a picture.</source>
        <translation>Choisissez une couche qui contient une image.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Choose one of its sublayers.</source>
        <translation>Choisissez l'une de ses sous-couches.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Convert it first (Raster → Conversion → PCT to RGB).</source>
        <translation>Convertissez-le d'abord (Raster → Conversion → PCT vers RVB).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Convert it to 8- or 16-bit whole numbers or to floating point first.</source>
        <translation>Convertissez-le d'abord en nombres entiers de 8 ou 16 bits, ou en virgule flottante.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Convert it to RGB first (Raster → Conversion → Translate).</source>
        <translation>Convertissez-le d'abord en RVB (Raster → Conversion → Convertir).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Convert it to RGB first.</source>
        <translation>Convertissez-le d'abord en RVB.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Convert it to one type first (Raster → Conversion → Translate).</source>
        <translation>Convertissez-le d'abord en un seul type (Raster → Conversion → Convertir).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Each band of this raster has a mask of its own; a GeoTIFF holds one for all.</source>
        <translation>Chaque bande de ce raster a son propre masque ; un GeoTIFF n'en contient qu'un pour toutes.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Georeference it anew (Layer → Georeferencer).</source>
        <translation>Géoréférencez-le à nouveau (Couche → Géoréférencer).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Georeference it first (Layer → Georeferencer).</source>
        <translation>Géoréférencez-le d'abord (Couche → Géoréférencer).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Give it a nodata value first (Raster → Projections → Warp, “Nodata value for output bands”).</source>
        <translation>Donnez-lui d'abord une valeur nodata (Raster → Projections → Projection (warp), « Valeur Nodata pour les bandes de sortie »).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Give it one first (Raster → Projections → Warp, “Nodata value for output bands”).</source>
        <translation>Donnez-lui-en d'abord une seule (Raster → Projections → Projection (warp), « Valeur Nodata pour les bandes de sortie »).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Repair its source first.</source>
        <translation>Réparez d'abord sa source.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Samples of type {kind} are not supported.</source>
        <translation>Les échantillons de type {kind} ne sont pas pris en charge.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Save the area as GeoTIFF first (Export → Save As).</source>
        <translation>Enregistrez d'abord la zone en GeoTIFF (Exporter → Enregistrer sous).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Scale it to 8 bit first (Raster → Conversion → Translate).</source>
        <translation>Ramenez-le d'abord à 8 bits (Raster → Conversion → Convertir).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/crs.py"/>
        <source>Set it first (Layer → Set CRS of Layer).</source>
        <translation>Définissez-le d'abord (Couche → Définir le SCR des couches).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Set the right one first (Layer → Set CRS of Layer).</source>
        <translation>Définissez d'abord le bon (Couche → Définir le SCR des couches).</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/marks.py"/>
        <source>Synthetic imagery: not an observation</source>
        <translation>Imagerie synthétique : pas une observation</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>The bands of this raster are no red, green and blue (CMYK, HLS or YCbCr).</source>
        <translation>Les bandes de ce raster ne sont pas le rouge, le vert et le bleu (CMJN, HLS ou YCbCr).</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>The bands of this raster have different nodata values; a GeoTIFF holds one for all.</source>
        <translation>Les bandes de ce raster ont des valeurs nodata différentes ; un GeoTIFF n'en contient qu'une pour toutes.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>The bands of this raster have different sample types.</source>
        <translation>Les bandes de ce raster ont des types d'échantillons différents.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>The colours of this raster are {space}.</source>
        <translation>Les couleurs de ce raster sont en {space}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>The geotransform of this raster gives its pixels no place on the ground.</source>
        <translation>La géotransformation de ce raster ne donne à ses pixels aucune place au sol.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>The samples of this raster have {bits} bit each, too few to be edited.</source>
        <translation>Les échantillons de ce raster ont {bits} bits chacun, trop peu pour être modifiés.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This layer cannot be read.</source>
        <translation>Cette couche ne peut pas être lue.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/crs.py"/>
        <source>This layer has no coordinate reference system.</source>
        <translation>Cette couche n'a pas de système de coordonnées de référence.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This layer is drawn by a service, so its own pixels are not at hand.</source>
        <translation>Cette couche est dessinée par un service ; ses propres pixels ne sont donc pas disponibles.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/crs.py"/>
        <source>This layer's coordinate reference system cannot be sent.</source>
        <translation>Le système de coordonnées de référence de cette couche ne peut pas être envoyé.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This layer's coordinate reference system is geographic, but its coordinates are no degrees.</source>
        <translation>Le système de coordonnées de référence de cette couche est géographique, mais ses coordonnées ne sont pas des degrés.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This raster has ground control points or sensor coefficients (RPC), but no geotransform.</source>
        <translation>Ce raster a des points de contrôle au sol ou des coefficients de capteur (RPC), mais pas de géotransformation.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This raster has no band.</source>
        <translation>Ce raster n'a pas de bande.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This raster has no geotransform, so its pixels have no place on the ground.</source>
        <translation>Ce raster n'a pas de géotransformation ; ses pixels n'ont donc pas de place au sol.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This raster has nothing but an alpha band.</source>
        <translation>Ce raster n'a rien d'autre qu'une bande alpha.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This raster is rotated against its coordinate system.</source>
        <translation>Ce raster est tourné par rapport à son système de coordonnées.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This raster stores palette numbers, not colours.</source>
        <translation>Ce raster contient des numéros de palette, pas des couleurs.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Warp it first (Raster → Projections → Warp) and simulate on the result.</source>
        <translation>Reprojetez d'abord la couche (Raster → Projections → Projection (warp)) et simulez sur le résultat.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/crs.py"/>
        <source>Warp it to another first (Raster → Projections → Warp) and simulate on the result.</source>
        <translation>Reprojetez d'abord la couche dans un autre (Raster → Projections → Projection (warp)) et simulez sur le résultat.</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/marks.py"/>
        <source>“{instruction}”
{notice}.</source>
        <translation>« {instruction} »
{notice}.</translation>
    </message>
</context>
<context>
    <name>ForeshockLayout</name>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>After: {what}</source>
        <translation>Après : {what}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Before (SIMULATED)</source>
        <translation>Avant (SIMULÉ)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Changed</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Changed: {area}</source>
        <translation>Modifié : {area}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Computed: {time} UTC</source>
        <translation>Calculé le : {time} UTC</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Install the plugin anew.</source>
        <translation>Réinstallez l'extension.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Instruction: “{words}”</source>
        <translation>Consigne : « {words} »</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Made from: {layer}</source>
        <translation>Issu de : {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Model: {model} ({digest}), seed {seed}, {steps} steps</source>
        <translation>Modèle : {model} ({digest}), graine {seed}, {steps} étapes</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>QGIS cannot read the template {path}.</source>
        <translation>QGIS ne peut pas lire le modèle de mise en page {path}.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>SIMULATED</source>
        <translation>SIMULÉ</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>SIMULATED · Synthetic imagery: a computed scenario, not an observation.</source>
        <translation>SIMULÉ · Imagerie synthétique : scénario calculé, pas une observation.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>The project takes no layout named “{name}”.</source>
        <translation>Le projet n'accepte pas de mise en page nommée « {name} ».</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>The template {path} has no item “{name}”.</source>
        <translation>Le modèle de mise en page {path} n'a pas d'élément « {name} ».</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>{layer}: before and after</source>
        <translation>{layer} : avant et après</translation>
    </message>
</context>
<context>
    <name>ForeshockMask</name>
    <message>
        <location filename="../foreshock/imagery/mask.py"/>
        <source>Draw the area again.</source>
        <translation>Dessinez à nouveau la zone.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/mask.py"/>
        <source>The mask cannot be drawn: {reason}.</source>
        <translation>Le masque ne peut pas être dessiné : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/mask.py"/>
        <source>The mask's outline cannot be read.</source>
        <translation>Le contour du masque ne peut pas être lu.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/mask.py"/>
        <source>The mask's outline crosses itself.</source>
        <translation>Le contour du masque se croise lui-même.</translation>
    </message>
</context>
<context>
    <name>ForeshockMessages</name>
    <message>
        <location filename="../foreshock/core/messages.py"/>
        <source>a tile's message has {size} bytes; choose a model with smaller tiles</source>
        <translation>le message d'une tuile fait {size} octets ; choisissez un modèle à tuiles plus petites</translation>
    </message>
</context>
<context>
    <name>ForeshockModelPanel</name>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Another seed gives another picture of the same scenario</source>
        <translation>Une autre graine donne une autre image du même scénario</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Example</source>
        <translation>Exemple</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Licence: {name}</source>
        <translation>Licence : {name}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Model, seed, example</source>
        <translation>Modèle, graine, exemple</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>New</source>
        <translation>Nouvelle</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>The same scenario with so many seeds, one after another</source>
        <translation>Le même scénario avec autant de graines, l'une après l'autre</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Variants</source>
        <translation>Variantes</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>no commercial use</source>
        <translation>pas d'usage commercial</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>not accepted by the operator, so jobs are refused</source>
        <translation>non acceptée par l'exploitant, donc les tâches sont refusées</translation>
    </message>
</context>
<context>
    <name>ForeshockNames</name>
    <message>
        <location filename="../foreshock/layers/names.py"/>
        <source> — SIMULATED</source>
        <translation> — SIMULÉ</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/names.py"/>
        <source>{layer}: {scenario}</source>
        <translation>{layer} : {scenario}</translation>
    </message>
</context>
<context>
    <name>ForeshockOutcomeImage</name>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>A worker sent an image that cannot be used: {fact}.</source>
        <translation>Un worker a envoyé une image inutilisable : {fact}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>Tell the operator of the fleet.</source>
        <translation>Signalez-le à l'exploitant du parc de calcul.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>it has {width} × {height} px and {bands} bands, not {side} × {side} and 4</source>
        <translation>elle fait {width} × {height} px et {bands} bandes, au lieu de {side} × {side} et 4</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>it is no GeoTIFF</source>
        <translation>ce n'est pas un GeoTIFF</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>it lies elsewhere than its tile</source>
        <translation>elle se trouve ailleurs que sa tuile</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>its data are damaged</source>
        <translation>ses données sont endommagées</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>its samples are not 8 bit</source>
        <translation>ses échantillons ne sont pas sur 8 bits</translation>
    </message>
</context>
<context>
    <name>ForeshockPair</name>
    <message>
        <location filename="../foreshock/imagery/pair.py"/>
        <source>Choose another raster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/pair.py"/>
        <source>Choose the raster that the result was made from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/pair.py"/>
        <source>Complex numbers cannot be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/pair.py"/>
        <source>The result does not lie inside the source raster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/pair.py"/>
        <source>The two rasters do not share one pixel grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/pair.py"/>
        <source>The two rasters have not the same bands.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockPlausibility</name>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>Choose the one that was written beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>No water level can be told: the change has no shore on known ground.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>Outside the mask, every pixel is the source's, bit for bit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>Outside the mask, where nothing may change, {share} of the pixels differ from the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>Taken as water, the change has its level at {level} m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>The change footprint {path} cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>The change footprint {path} does not lie on the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>The mask allowed change everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>There was no mask: change was allowed everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>What is left of the scene has moved by {shift} px (tiles: {tiles}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>What is left of the scene lies where it was: shifted by {shift} px (tiles: {tiles}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>Whether the content has moved cannot be told: too little of the old texture is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>less than {value} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>{share} of the pixels differ from the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>{share} of the unchanged ground at its edge lies more than {tolerance} m below: water would run there, unless it is a river or a lake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>{share} of the water stands more than {tolerance} m above its level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/plausibility.py"/>
        <source>{value} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockPresets</name>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Earthquake</source>
        <translation>Séisme</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Flood</source>
        <translation>Inondation</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Hurricane or tornado</source>
        <translation>Ouragan ou tornade</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Landslide</source>
        <translation>Glissement de terrain</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>No damage</source>
        <translation>Aucun dommage</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Snow</source>
        <translation>Neige</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Tsunami</source>
        <translation>Tsunami</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Volcanic ash</source>
        <translation>Cendres volcaniques</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Wildfire</source>
        <translation>Feu de forêt</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>door sills (1 m)</source>
        <translation>seuils des portes (1 m)</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>eaves (3 m)</source>
        <translation>avant-toits (3 m)</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>mild</source>
        <translation>faible</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>moderate</source>
        <translation>modéré</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>severe</source>
        <translation>sévère</translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>shallow (0.3 m)</source>
        <translation>peu profonde (0,3 m)</translation>
    </message>
</context>
<context>
    <name>ForeshockProcessing</name>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>A number speaks against the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>A pixel is {gsd} m here; {model} was made for {low} to {high} m. Expect poor results.</source>
        <translation>Un pixel fait ici {gsd} m ; {model} est conçu pour {low} à {high} m. Attendez-vous à des résultats médiocres.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>A row for each value of this field</source>
        <translation>Une ligne pour chaque valeur de ce champ</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Add the results to the project</source>
        <translation>Ajouter les résultats au projet</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Affected features</source>
        <translation>Entités affectées</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Affected features by value</source>
        <translation>Entités affectées par valeur</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Affected from this share of a feature, % (0: any part)</source>
        <translation>Affectée à partir de cette part d'une entité, % (0 : n'importe quelle partie)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>After (the result)</source>
        <translation>Après (le résultat)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>All of its number</source>
        <translation>La totalité de son nombre</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>An affected feature adds</source>
        <translation>Une entité affectée ajoute</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Area (if not set: the whole layer)</source>
        <translation>Zone (si non définie : la couche entière)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Area inside, m²</source>
        <translation>Surface à l'intérieur, m²</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Area of what changed, m²</source>
        <translation>Surface de ce qui a changé, m²</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Area {id}: {status}. {reason}</source>
        <translation>Zone {id} : {status}. {reason}</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Areas (each feature is a request)</source>
        <translation>Zones (chaque entité est une demande)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Areas that became no request</source>
        <translation>Zones qui n'ont pas donné de demande</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Areas with a result</source>
        <translation>Zones avec un résultat</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Areas without a result</source>
        <translation>Zones sans résultat</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>Ask the operator.</source>
        <translation>Demandez à l'exploitant.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Broker (if not set: the plugin's)</source>
        <translation>Courtier (si non défini : celui de l'extension)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Calls off simulations that are under way</source>
        <translation>Annule des simulations en cours</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Calls off simulations that were submitted before. Workers drop the tiles that wait, and stop those that they compute. Requests of a QGIS that is running end there as soon as the fleet has answered.</source>
        <translation>Annule des simulations soumises auparavant. Les workers abandonnent les tuiles en attente et arrêtent celles qu'ils calculent. Les demandes d'un QGIS en cours d'exécution s'y terminent dès que le parc de calcul a répondu.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Cancel simulations</source>
        <translation>Annuler des simulations</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Change footprint, or other polygons</source>
        <translation>Emprise des changements, ou d'autres polygones</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Change only inside these polygons</source>
        <translation>Ne modifier qu'à l'intérieur de ces polygones</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Changed pixels outside the mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Changed share of the pixels, 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Changed share of the tiles, 0 to 1</source>
        <translation>Part modifiée des tuiles, 0 à 1</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Changed share outside the mask, 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>Check its name and path.</source>
        <translation>Vérifiez son nom et son chemin.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Check the plausibility of a simulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>Choose a layer with polygons.</source>
        <translation>Choisissez une couche de polygones.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Choose a name that does.</source>
        <translation>Choisissez un nom qui convient.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>Choose a raster that lies in a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>Choose an area on the raster.</source>
        <translation>Choisissez une zone sur le raster.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <location filename="../foreshock/processing/findings.py"/>
        <source>Choose another file.</source>
        <translation>Choisissez un autre fichier.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>Choose another model, or ask the operator.</source>
        <translation>Choisissez un autre modèle, ou adressez-vous à l'exploitant.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Choose credentials (AUTHCFG) instead.</source>
        <translation>Choisissez plutôt des identifiants (AUTHCFG).</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Choose credentials (AUTHCFG), or name the address with its password in {variable}.</source>
        <translation>Choisissez des identifiants (AUTHCFG), ou indiquez l'adresse avec son mot de passe dans {variable}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Collect results</source>
        <translation>Récupérer des résultats</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Compares a simulated layer with the raster it was made from, pixel by pixel.

Change outside the mask: the share of pixels outside the polygons that differ from the source; it has to be 0. Without polygons, those of the request are taken, from the provenance file beside the result.

Alignment: how far what is left of the scene is shifted against the source, in pixels, by phase correlation of edges in tiles of the changed region. It is left out where too little of the old texture is left to tell.

Water level: for floods, with an elevation raster in metres (any coordinate system). Each connected piece of the change is taken as water; its level is the height that 95 % of its shore do not exceed. Two shares speak against it: water that stands above its own level, and unchanged ground at its edge below that level, where water would run. Differences up to the tolerance are let pass, which should be the height error of the elevation raster, and islands up to 1,000 m²: roofs and tree crowns. Rivers and lakes do not change, so name them, else they count as ground. A river falls along its course, so long pieces along one may exceed the tolerance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Computes the hashes of a simulated layer anew and compares them, and its tags and place, with the provenance file that was written beside it (NAME.provenance.json). If the raster it was made from is given, its pixels are compared, too. One pixel, one tag or one word that was changed since is found.

A hash is no signature: it finds what was changed by accident or without care, not a forger who writes both files anew. Whoever has to rely on it keeps the provenance file's hash (its last line) in another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Counts and measures the features of a layer (buildings, roads, fields) that lie inside the change footprint of a result, or inside the polygons of any other layer: how many of how many, the length of lines and the area of polygons that is inside, and the affected share of each feature.

With a threshold, a feature counts only if at least so much of it is inside. With a field, the table has a row for each of its values, else one for all. A field of numbers (residents) can be added up over the affected features: all of it, or in proportion to the affected share.

Lengths and areas are those on the ellipsoid of the project, or on WGS 84. Any coordinate reference systems do. Invalid geometries are repaired before they are measured; how many, and how many could not be, is said.

What is affected by a simulated scenario is no observation: layer and table say so in a field.</source>
        <translation>Compte et mesure les entités d'une couche (bâtiments, routes, parcelles) qui se trouvent à l'intérieur de l'emprise des changements d'un résultat, ou à l'intérieur des polygones de toute autre couche : combien d'entités sur combien, la longueur des lignes et la surface des polygones à l'intérieur, et la part affectée de chaque entité.

Avec un seuil, une entité ne compte que si au moins cette part se trouve à l'intérieur. Avec un champ, le tableau a une ligne pour chacune de ses valeurs, sinon une seule pour toutes. Un champ numérique (habitants) peut être totalisé sur les entités affectées : en totalité, ou au prorata de la part affectée.

Les longueurs et les surfaces sont mesurées sur l'ellipsoïde du projet, ou sur WGS 84. Tous les systèmes de coordonnées de référence conviennent. Les géométries invalides sont réparées avant d'être mesurées ; le nombre de géométries réparées et de celles qui n'ont pas pu l'être est indiqué.

Ce qui est affecté par un scénario simulé n'est pas une observation : la couche et le tableau le signalent dans un champ.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Counts and measures the features of a layer that a change footprint covers</source>
        <translation>Compte et mesure les entités d'une couche couvertes par une emprise des changements</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Credentials (“Basic” or “PKI-Paths”)</source>
        <translation>Identifiants (« Basic » ou « PKI-Paths »)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>Difference between before and after</source>
        <translation>Différence entre avant et après</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Elevation in metres, for floods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Features</source>
        <translation>Entités</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Features that could not be measured</source>
        <translation>Entités qui n'ont pas pu être mesurées</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Features that were looked at</source>
        <translation>Entités examinées</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Features with a repaired geometry</source>
        <translation>Entités à la géométrie réparée</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Fetches the results of simulations of this QGIS profile that were submitted before, or whose program ended before they did.

It waits as long as the time limit says; what is not ready then stays for the next time. When nothing comes, tiles without an answer are sent again: the fleet answers from its cache for those that it had computed. With a time limit of 0 it only takes what is ready, and sends nothing.

Requests of a QGIS that is running are left to it.</source>
        <translation>Récupère les résultats de simulations de ce profil QGIS qui ont été soumises auparavant, ou dont le programme s'est arrêté avant elles.

L'algorithme attend aussi longtemps que le prévoit le délai maximal ; ce qui n'est pas prêt reste alors pour la fois suivante. Quand rien n'arrive, les tuiles sans réponse sont renvoyées : le parc de calcul répond depuis son cache pour celles qu'il a déjà calculées. Avec un délai maximal de 0, l'algorithme ne prend que ce qui est prêt et n'envoie rien.

Les demandes d'un QGIS en cours d'exécution lui sont laissées.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Fetches the results of simulations that were submitted before</source>
        <translation>Récupère les résultats de simulations soumises auparavant</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Field of numbers to add up</source>
        <translation>Champ numérique à totaliser</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>Field that says what happens</source>
        <translation>Champ qui dit ce qui se passe</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Findings in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/provider.py"/>
        <source>Foreshock: damage scenarios on imagery</source>
        <translation>Foreshock : scénarios de dommages sur imagerie</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Give its address (URL), or set it in the plugin: right-click a raster layer, “Simulate damage…”.</source>
        <translation>Indiquez son adresse (URL), ou définissez-la dans l'extension : clic droit sur une couche raster, « Simuler des dommages… ».</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>Gives |after − before| for each pixel: the largest over the bands that are shown as red, green and blue, in the unit of the samples. Where one of the two has no data, the difference has none.

Both rasters lie on one pixel grid: a result and the raster that it was made from do. A layer of a map service has no samples of its own, so there is nothing to compare with.</source>
        <translation>Donne |après − avant| pour chaque pixel : la plus grande valeur parmi les bandes affichées en rouge, vert et bleu, dans l'unité des échantillons. Là où l'un des deux n'a pas de données, la différence n'en a pas.

Les deux rasters sont sur une même grille de pixels : c'est le cas d'un résultat et du raster dont il est issu. Une couche d'un service cartographique n'a pas d'échantillons propres ; il n'y a donc rien à comparer.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <location filename="../foreshock/processing/verify.py"/>
        <source>HTML files (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Hands a damage scenario to the fleet, and ends as soon as the broker has all tiles. With areas, each of their features is a request of its own, with its outline as the mask.

The requests stay in the journal of this QGIS profile. “Collect results” fetches the results, in this QGIS or another program with the same profile, within a day. Results go to the output folder given here, unless “Collect results” is given another one.</source>
        <translation>Remet un scénario de dommages au parc de calcul, et se termine dès que le courtier a reçu toutes les tuiles. Avec des zones, chacune de leurs entités est une demande à part, dont le contour sert de masque.

Les demandes restent dans le journal de ce profil QGIS. « Récupérer des résultats » va chercher les résultats, dans ce QGIS ou dans un autre programme ayant le même profil, dans un délai d'un jour. Les résultats vont dans le dossier de sortie indiqué ici, sauf si « Récupérer des résultats » en reçoit un autre.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Hands damage scenarios to the fleet without waiting for the results</source>
        <translation>Remet des scénarios de dommages au parc de calcul sans attendre les résultats</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Hash of the provenance file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Height error of the elevation, metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>How clear the shift is (best over next match)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>How much a simulation changed each pixel</source>
        <translation>De combien une simulation a modifié chaque pixel</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/job_ids.py"/>
        <source>Ids look like 0190b5a2-7c3e-7f00-8000-0123456789ab; give several separated by commas.</source>
        <translation>Les identifiants ont la forme 0190b5a2-7c3e-7f00-8000-0123456789ab ; séparez-les par des virgules s'il y en a plusieurs.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>In proportion to its affected share</source>
        <translation>Au prorata de sa part affectée</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Index of the simulations</source>
        <translation>Index des simulations</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Instruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Instruction: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Is the disk full?</source>
        <translation>Le disque est-il plein ?</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>It has: {names}.</source>
        <translation>Disponibles : {names}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>Largest difference</source>
        <translation>Différence maximale</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Length inside, m</source>
        <translation>Longueur à l'intérieur, m</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Level of the largest piece of water, metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Look only at features that touch this extent (if not set: at all)</source>
        <translation>N'examiner que les entités qui touchent cette étendue (si non définie : toutes)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Made from “{layer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Makes a damage scenario for each polygon of a layer</source>
        <translation>Produit un scénario de dommages pour chaque polygone d'une couche</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Makes a damage scenario for each polygon of a layer, on the raster's own pixel grid. The polygon's outline is the mask: outside, the result is the source, bit for bit.

What happens is what the feature's field says, else what the expression gives (for example 'flood the ' || "name"), else the chosen scenario.

Results are GeoTIFF files in the output folder. The index has a row for each feature: its id, the instruction, the request's id, the file, how it ended, and why. One area that fails stops no other. What the time limit cuts off is “waiting”; “Collect results” takes it up.</source>
        <translation>Produit un scénario de dommages pour chaque polygone d'une couche, sur la grille de pixels du raster. Le contour du polygone est le masque : à l'extérieur, le résultat est identique à la source, bit pour bit.

Ce qui se passe est ce que dit le champ de l'entité, à défaut ce que donne l'expression (par exemple 'flood the ' || "name"), à défaut le scénario choisi.

Les résultats sont des fichiers GeoTIFF dans le dossier de sortie. L'index a une ligne par entité : son identifiant, la consigne, l'identifiant de la demande, le fichier, l'issue et sa raison. L'échec d'une zone n'arrête pas les autres. Ce qu'interrompt le délai maximal est « en attente » ; « Récupérer des résultats » le reprend.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Makes a damage scenario of a raster layer, on its own pixel grid</source>
        <translation>Produit un scénario de dommages d'une couche raster, sur sa propre grille de pixels</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Makes a damage scenario of a raster layer: say what shall happen in your own words, or choose a scenario and its severity (own words win where both are given).

The result has the pixel grid, the sample type and all bands of the source. Outside the mask, and wherever the model changes nothing, it is the source, bit for bit. It is marked as simulated in its name, its metadata and its file. The outlines of what changed lie beside it (FOOTPRINT, GeoJSON).

The work is done by your fleet of Foreshock workers. If the broker is away for a while, the algorithm waits. If the time limit ends, the request stays: “Collect results” takes it up by its JOB_ID.

Without windows, name the broker by URL, or with its password in the environment variable {variable}. Credentials (AUTHCFG) need the master password there, in a file that QGIS_AUTH_PASSWORD_FILE names.</source>
        <translation>Produit un scénario de dommages d'une couche raster : dites avec vos propres mots ce qui doit se passer, ou choisissez un scénario et sa gravité (si les deux sont donnés, vos propres mots l'emportent).

Le résultat a la grille de pixels, le type d'échantillon et toutes les bandes de la source. Hors du masque, et partout où le modèle ne change rien, il est identique à la source, bit pour bit. Il est marqué comme simulé dans son nom, ses métadonnées et son fichier. Les contours de ce qui a changé se trouvent à côté (FOOTPRINT, GeoJSON).

Le travail est fait par votre parc de workers Foreshock. Si le courtier est absent un moment, l'algorithme attend. Si le délai maximal est écoulé, la demande reste : « Récupérer des résultats » la reprend par son JOB_ID.

Sans interface graphique, indiquez le courtier par URL, ou avec son mot de passe dans la variable d'environnement {variable}. Des identifiants (AUTHCFG) y nécessitent le mot de passe principal, dans un fichier désigné par QGIS_AUTH_PASSWORD_FILE.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Measures what changed outside the mask, whether content has moved, whether water lies uphill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Model (if not set: the fleet's first)</source>
        <translation>Modèle (si non défini : le premier du parc de calcul)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Model: {model} ({digest})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>No broker is set.</source>
        <translation>Aucun courtier n'est défini.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>No pixel has data in both rasters.</source>
        <translation>Aucun pixel n'a de données dans les deux rasters.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>No request is named.</source>
        <translation>Aucune demande n'est indiquée.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Nothing comes; tiles without an answer are sent again.</source>
        <translation>Rien n'arrive ; les tuiles sans réponse sont renvoyées.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Nothing is lost: “Collect results” takes it up (JOB_IDS {ids}).</source>
        <translation>Rien n'est perdu : « Récupérer des résultats » reprend cette simulation (JOB_IDS {ids}).</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Nothing says what shall happen.</source>
        <translation>Rien ne dit ce qui doit se passer.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Nothing was called off; try again.</source>
        <translation>Rien n'a été annulé ; réessayez.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Number of results</source>
        <translation>Nombre de résultats</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Outlines of what changed, beside the result</source>
        <translation>Contours de ce qui a changé, à côté du résultat</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Output folder</source>
        <translation>Dossier de sortie</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Output folder (if not set: QGIS profile)</source>
        <translation>Dossier de sortie (si non défini : profil QGIS)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Output folder (if not set: as submitted)</source>
        <translation>Dossier de sortie (si non défini : celui de la soumission)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Own words</source>
        <translation>Texte libre</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Pixel size in metres (map services only)</source>
        <translation>Taille de pixel en mètres (services cartographiques seulement)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Pixels, tags and provenance file agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Plausibility of “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Provenance file (if not set: beside the layer's file)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Provenance of “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>Put words that are the same for all areas between single quotes.</source>
        <translation>Mettez entre apostrophes simples le texte commun à toutes les zones.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Raster it was made from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Raster it was made from (if not set: not looked at)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Raster layer</source>
        <translation>Couche raster</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Request</source>
        <translation>Demande</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Request {job} is over: {state}.</source>
        <translation>La demande {job} est close : {state}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Request {job}: “{instruction}” by {model}, {tiles} tile(s)</source>
        <translation>Demande {job} : « {instruction} » par {model}, {tiles} tuile(s)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Requested: {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Requests</source>
        <translation>Demandes</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Requests that are not ready</source>
        <translation>Demandes qui ne sont pas prêtes</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Requests that failed</source>
        <translation>Demandes qui ont échoué</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Requests that were called off</source>
        <translation>Demandes annulées</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Requests with a result</source>
        <translation>Demandes avec un résultat</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Requests, for “Collect results”</source>
        <translation>Demandes, pour « Récupérer des résultats »</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Requests, with commas (if not set: all)</source>
        <translation>Demandes, séparées par des virgules (si non définies : toutes)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Requests, with commas between them</source>
        <translation>Demandes, séparées par des virgules</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Rivers and lakes, which are no dry ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>Say how large a pixel shall be (RESOLUTION), in metres. There are: {offered}.</source>
        <translation>Indiquez la taille voulue d'un pixel (RESOLUTION), en mètres. Sont proposées : {offered}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>Say in your own words what shall happen.</source>
        <translation>Dites avec vos propres mots ce qui doit se passer.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Says whether pixels, tags and provenance file of a simulated layer belong together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Scenario, if there are no own words</source>
        <translation>Scénario, à défaut de texte libre</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Seconds until the result was written</source>
        <translation>Secondes jusqu'à l'écriture du résultat</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Seed (another one: another picture)</source>
        <translation>Graine (une autre graine : une autre image)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Seed: {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Set it in the layer's properties.</source>
        <translation>Définissez-le dans les propriétés de la couche.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Severity of the scenario</source>
        <translation>Gravité du scénario</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Share of the dry edge below the level, 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Share of the water above its level, 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Shift of the content, pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Simulate damage</source>
        <translation>Simuler des dommages</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Simulate damage in many areas</source>
        <translation>Simuler des dommages dans de nombreuses zones</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Simulated layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Simulated scene</source>
        <translation>Scène simulée</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Steps (if not set: the model's number)</source>
        <translation>Étapes (si non défini : le nombre prévu par le modèle)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Submit simulations</source>
        <translation>Soumettre des simulations</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Sum of the numbers</source>
        <translation>Somme des nombres</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/findings.py"/>
        <source>Synthetic imagery: not an observation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>The area does not overlap the raster.</source>
        <translation>La zone ne recouvre pas le raster.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>The areas cannot be opened.</source>
        <translation>Les zones ne peuvent pas être ouvertes.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>The areas have no field “{name}”.</source>
        <translation>Les zones n'ont pas de champ « {name} ».</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>The broker address holds a password, and QGIS would keep it in the history of Processing.</source>
        <translation>L'adresse du courtier contient un mot de passe, que QGIS conserverait dans l'historique des traitements.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>The broker does not answer.</source>
        <translation>Le courtier ne répond pas.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>The expression gives nothing here: {reason}.</source>
        <translation>L'expression ne donne rien ici : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>The fleet does not know the scenario “{name}”.</source>
        <translation>Le parc de calcul ne connaît pas le scénario « {name} ».</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>The fleet has no model “{name}”.</source>
        <translation>Le parc de calcul n'a pas de modèle « {name} ».</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>The fleet serves no model.</source>
        <translation>Le parc de calcul ne propose aucun modèle.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>The layer for {name} cannot be opened.</source>
        <translation>La couche pour {name} ne peut pas être ouverte.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>The operator of the fleet has not accepted the licence of {model}: {licence}.</source>
        <translation>L'exploitant du parc de calcul n'a pas accepté la licence de {model} : {licence}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>The output {name} cannot be written.</source>
        <translation>La sortie {name} ne peut pas être écrite.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>The password of the broker is not known.</source>
        <translation>Le mot de passe du courtier n'est pas connu.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>The provenance file beside the result was changed; its mask is not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>The raster layer cannot be opened.</source>
        <translation>La couche raster ne peut pas être ouverte.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>The result is a GeoTIFF; “{path}” does not end in .tif.</source>
        <translation>Le résultat est un GeoTIFF ; « {path} » ne se termine pas par .tif.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>The result would overwrite its source.</source>
        <translation>Le résultat écraserait sa source.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>There is no area.</source>
        <translation>Il n'y a aucune zone.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>They have: {names}.</source>
        <translation>Champs disponibles : {names}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Tiles</source>
        <translation>Tuiles</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Tiles that the fleet had computed before</source>
        <translation>Tuiles que le parc de calcul avait déjà calculées</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Tiles under way at the same time</source>
        <translation>Tuiles en cours simultanément</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Time limit in seconds</source>
        <translation>Délai maximal en secondes</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Time limit in seconds (0: a day)</source>
        <translation>Délai maximal en secondes (0 : un jour)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Time limit in seconds (0: none)</source>
        <translation>Délai maximal en secondes (0 : aucun)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Time limit in seconds (0: what is ready)</source>
        <translation>Délai maximal en secondes (0 : ce qui est prêt)</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Verify a simulated layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>What agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>What does not agree, a line each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>What happens, as an expression</source>
        <translation>Ce qui se passe, sous forme d'expression</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>What happens, in your own words</source>
        <translation>Ce qui se passe, avec vos propres mots</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>What the provenance file says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Where change was allowed (if not set: as requested)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Write it in your own words, or choose a scenario.</source>
        <translation>Écrivez-le avec vos propres mots, ou choisissez un scénario.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Written by: {client}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>affected,exposure,impact,assess,count,buildings,roads,overlay</source>
        <translation>affecté,exposition,impact,évaluation,comptage,bâtiments,routes,superposition</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/words.py"/>
        <source>cancelled</source>
        <translation>annulée</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/algorithm.py"/>
        <source>damage,disaster,scenario,simulation,flood,wildfire,earthquake,tornado,landslide,imagery,synthetic,ai</source>
        <translation>dommages,catastrophe,scénario,simulation,inondation,incendie,séisme,tornade,glissement de terrain,imagerie,synthétique,ia</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/words.py"/>
        <source>done</source>
        <translation>terminée</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/words.py"/>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>it was collected before</source>
        <translation>elle a déjà été récupérée</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/words.py"/>
        <source>open</source>
        <translation>ouverte</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/words.py"/>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>{job} is not ready; it stays for the next time.</source>
        <translation>{job} n'est pas prête ; elle reste pour la fois suivante.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>{job} is there already: {path}</source>
        <translation>{job} est déjà là : {path}</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>{job}: {path}</source>
        <translation>{job} : {path}</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>{parameter} is no raster that can be read.</source>
        <translation>{parameter} n'est pas un raster lisible.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <location filename="../foreshock/processing/findings.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation>Impossible d'écrire {path} : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>{problem} The fleet is told all the same.</source>
        <translation>{problem} Le parc de calcul en est tout de même informé.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>“Submit simulations” gives their ids.</source>
        <translation>« Soumettre des simulations » donne leurs identifiants.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>“{layer}” has no coordinate reference system.</source>
        <translation>« {layer} » n'a pas de système de coordonnées de référence.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>“{layer}” is drawn by a map server, so it has no pixels of its own.</source>
        <translation>« {layer} » est dessinée par un serveur cartographique ; elle n'a donc pas de pixels propres.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>“{text}” is no expression: {reason}.</source>
        <translation>« {text} » n'est pas une expression : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/processing/job_ids.py"/>
        <source>“{word}” is no id of a request.</source>
        <translation>« {word} » n'est pas l'identifiant d'une demande.</translation>
    </message>
</context>
<context>
    <name>ForeshockProgress</name>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>sending tile {tile} of {tiles}</source>
        <translation>envoi de la tuile {tile} sur {tiles}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>waiting for a worker</source>
        <translation>en attente d'un worker</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>waiting for a worker ({tiles} tiles queued)</source>
        <translation>en attente d'un worker ({tiles} tuiles en file d'attente)</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>{count}, about {time} left</source>
        <translation>{count}, encore environ {time}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>{count}. {trouble}</source>
        <translation>{count}. {trouble}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>{done} of {tiles} tiles done</source>
        <translation>{done} tuiles terminées sur {tiles}</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
</context>
<context>
    <name>ForeshockProvenanceFile</name>
    <message>
        <location filename="../foreshock/core/provenance_file.py"/>
        <source>It belongs beside the result and moves with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/provenance_file.py"/>
        <source>Nothing is known about the picture, then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/provenance_file.py"/>
        <source>The provenance file {path} cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/provenance_file.py"/>
        <source>{path} is no provenance file of Foreshock: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockRaster</name>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>Band {band} runs from {low} to {high}, too far to be stretched.</source>
        <translation>La bande {band} va de {low} à {high}, une plage trop grande pour être étirée.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>Check that the file and its parts are whole.</source>
        <translation>Vérifiez que le fichier et ses parties sont entiers.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>Check that the file still exists and is whole.</source>
        <translation>Vérifiez que le fichier existe toujours et qu'il est entier.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>Choose another area.</source>
        <translation>Choisissez une autre zone.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>GDAL cannot open the layer's source: {reason}.</source>
        <translation>GDAL ne peut pas ouvrir la source de la couche : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>If such samples mean that there is no data, set them as the layer's nodata value.</source>
        <translation>Si de tels échantillons signifient qu'il n'y a pas de données, définissez-les comme valeur nodata de la couche.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>Run it again.</source>
        <translation>Relancez.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>The chosen area holds nothing but nodata.</source>
        <translation>La zone choisie ne contient que du nodata.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>it gives no reason</source>
        <translation>aucune raison n'est donnée</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} ne peut pas être lu : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>{path} has changed since the simulation began.</source>
        <translation>{path} a changé depuis le début de la simulation.</translation>
    </message>
</context>
<context>
    <name>ForeshockRecording</name>
    <message>
        <location filename="../foreshock/jobs/recording.py"/>
        <source>A result cannot be kept on disk: {reason}.</source>
        <translation>Un résultat ne peut pas être conservé sur le disque : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/recording.py"/>
        <source>Free some space; it comes again.</source>
        <translation>Libérez de l'espace ; il reviendra.</translation>
    </message>
</context>
<context>
    <name>ForeshockRequestBar</name>
    <message>
        <location filename="../foreshock/gui/request_bar.py"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/request_bar.py"/>
        <source>Simulate</source>
        <translation>Simuler</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/request_bar.py"/>
        <source>{done} of {of} pictures. {progress}</source>
        <translation>{done} images sur {of}. {progress}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/request_bar.py"/>
        <source>{layer}: {series}</source>
        <translation>{layer} : {series}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/request_bar.py"/>
        <source>{name}: {progress}</source>
        <translation>{name} : {progress}</translation>
    </message>
</context>
<context>
    <name>ForeshockResultLayer</name>
    <message>
        <location filename="../foreshock/layers/result_layer.py"/>
        <source>It was written; try to add it by hand.</source>
        <translation>Le fichier a été écrit ; essayez de l'ajouter manuellement.</translation>
    </message>
    <message>
        <location filename="../foreshock/layers/result_layer.py"/>
        <source>QGIS cannot open the result {path}.</source>
        <translation>QGIS ne peut pas ouvrir le résultat {path}.</translation>
    </message>
</context>
<context>
    <name>ForeshockResultMenu</name>
    <message>
        <location filename="../foreshock/gui/result_menu.py"/>
        <source>Choose the result of a simulation in the layer panel.</source>
        <translation>Choisissez le résultat d'une simulation dans le panneau Couches.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/result_menu.py"/>
        <source>No simulated layer is chosen.</source>
        <translation>Aucune couche simulée n'est choisie.</translation>
    </message>
</context>
<context>
    <name>ForeshockResults</name>
    <message>
        <location filename="../foreshock/gui/results.py"/>
        <source>Affected features…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/results.py"/>
        <source>Difference layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/results.py"/>
        <source>Flip before / after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/results.py"/>
        <source>Print layout…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/results.py"/>
        <source>Report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/results.py"/>
        <source>Simulate again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/results.py"/>
        <source>Swipe before / after</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockRunner</name>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>Free some space on the disk of your QGIS profile.</source>
        <translation>Libérez de l'espace sur le disque de votre profil QGIS.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>Its results did not come in time.</source>
        <translation>Ses résultats ne sont pas arrivés à temps.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>Run it again.</source>
        <translation>Relancez.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The broker cannot be reached at the moment.</source>
        <translation>Le courtier est actuellement injoignable.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The broker is back.</source>
        <translation>Le courtier est de nouveau joignable.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The fleet could not be told; it finishes what it has begun.</source>
        <translation>Le parc de calcul n'a pas pu être prévenu ; il termine ce qu'il a commencé.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The journal cannot be written: {reason}.</source>
        <translation>Le journal ne peut pas être écrit : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The request was called off.</source>
        <translation>La demande a été annulée.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The result cannot be composed: {reason}.</source>
        <translation>Le résultat ne peut pas être assemblé : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The tiles cannot be sent: {reason}.</source>
        <translation>Les tuiles ne peuvent pas être envoyées : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>There is no result after {seconds} s.</source>
        <translation>Il n'y a pas de résultat après {seconds} s.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>{count} requests under way, {tiles} tiles open</source>
        <translation>{count} demandes en cours, {tiles} tuiles ouvertes</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>{problem} Asking again…</source>
        <translation>{problem} Nouvelle tentative…</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>{problem} Waiting for the broker; nothing is lost.</source>
        <translation>{problem} En attente du courtier ; rien n'est perdu.</translation>
    </message>
</context>
<context>
    <name>ForeshockScenarioChoice</name>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>Chinese</source>
        <translation>chinois</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>Choose a scenario from the list, or write in {languages}.</source>
        <translation>Choisissez un scénario dans la liste, ou écrivez en {languages}.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>English</source>
        <translation>anglais</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>French</source>
        <translation>français</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>Own words</source>
        <translation>Texte libre</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>Please write in {languages}: {model} reads nothing else.</source>
        <translation>Veuillez écrire en {languages} : {model} ne lit rien d'autre.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>Spanish</source>
        <translation>espagnol</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>all {count}, as a series</source>
        <translation>tous les {count}, en série</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>flood the low streets up to the door sills</source>
        <translation>p. ex. : flood the low streets up to the door sills</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>{model} cannot read {words}.</source>
        <translation>{model} ne peut pas lire {words}.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>{model} reads {languages} and cannot read {words}.</source>
        <translation>{model} lit : {languages}, et ne peut pas lire {words}.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>{scenario}, {count} grades</source>
        <translation>{scenario}, {count} degrés</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>{scenario}, {grade}</source>
        <translation>{scenario}, {grade}</translation>
    </message>
</context>
<context>
    <name>ForeshockService</name>
    <message>
        <location filename="../foreshock/jobs/service.py"/>
        <source>Free some space on the disk of your QGIS profile.</source>
        <translation>Libérez de l'espace sur le disque de votre profil QGIS.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/service.py"/>
        <source>Its results did not come in time.</source>
        <translation>Ses résultats ne sont pas arrivés à temps.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/service.py"/>
        <source>Run it again.</source>
        <translation>Relancez.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/service.py"/>
        <source>The journal cannot be written: {reason}.</source>
        <translation>Le journal ne peut pas être écrit : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/service.py"/>
        <source>There is no connection.</source>
        <translation>Il n'y a pas de connexion.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/service.py"/>
        <source>Try again.</source>
        <translation>Réessayez.</translation>
    </message>
</context>
<context>
    <name>ForeshockSimulateDialog</name>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>1 model</source>
        <translation>1 modèle</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Also on the other layer that is selected</source>
        <translation>Aussi sur l'autre couche sélectionnée</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Also on the {count} other layers that are selected</source>
        <translation>Aussi sur les {count} autres couches sélectionnées</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Area</source>
        <translation>Zone</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Connect</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Connect to a fleet first.</source>
        <translation>Connectez-vous d'abord à un parc de calcul.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Connected to {worker}: {count}</source>
        <translation>Connecté à {worker} : {count}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Connection…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Drawn at</source>
        <translation>Dessinée à</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Fleet</source>
        <translation>Parc de calcul</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Leave missing map tiles as they are</source>
        <translation>Laisser telles quelles les tuiles cartographiques manquantes</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>No model is chosen.</source>
        <translation>Aucun modèle n'est choisi.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Quick look</source>
        <translation>Aperçu rapide</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Run</source>
        <translation>Exécuter</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Scenario</source>
        <translation>Scénario</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Simulate damage — {layer}</source>
        <translation>Simuler des dommages — {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>The same with fewer steps: coarse, but soon there. This window stays open.</source>
        <translation>La même chose en moins d'étapes : grossier, mais vite prêt. Cette fenêtre reste ouverte.</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>What happens</source>
        <translation>Ce qui se passe</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>seed {seed}</source>
        <translation>graine {seed}</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>{count} models</source>
        <translation>{count} modèles</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>{scenario} (quick look)</source>
        <translation>{scenario} (aperçu rapide)</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>{width} × {height} px</source>
        <translation>{width} × {height} px</translation>
    </message>
</context>
<context>
    <name>ForeshockStretch</name>
    <message>
        <location filename="../foreshock/core/stretch.py"/>
        <source>band {band} from {low} to {high} cannot be stretched</source>
        <translation>la bande {band}, de {low} à {high}, ne peut pas être étirée</translation>
    </message>
</context>
<context>
    <name>ForeshockSubmit</name>
    <message>
        <location filename="../foreshock/jobs/sending.py"/>
        <source>Choose another area.</source>
        <translation>Choisissez une autre zone.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/submit_task.py"/>
        <source>Simulate: sending {layer}</source>
        <translation>Simuler : envoi de {layer}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/sending.py"/>
        <source>The chosen area holds nothing that may change.</source>
        <translation>La zone choisie ne contient rien qui puisse changer.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/submit_task.py"/>
        <source>The tiles cannot be sent: {reason}.</source>
        <translation>Les tuiles ne peuvent pas être envoyées : {reason}.</translation>
    </message>
</context>
<context>
    <name>ForeshockSwipe</name>
    <message>
        <location filename="../foreshock/gui/swipe_tool.py"/>
        <source>Drag the line between before and after; H lays it flat, V stands it up. Esc ends.</source>
        <translation>Faites glisser la ligne entre avant et après ; H la met à l'horizontale, V à la verticale. Échap termine.</translation>
    </message>
</context>
<context>
    <name>ForeshockTestimony</name>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>Every pixel of the picture is as it was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>Pixels, tags and provenance file agree. (Hashes are no signature: they do not say who wrote them.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>Tags of the picture differ from the provenance file: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The change footprint is as it was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The change footprint {name} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The change footprint {name} was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The file is not what its provenance file says: it was changed after it was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The picture lies elsewhere than the provenance file says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The picture lies where the provenance file says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The picture was not made from this source, or the source has changed since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The pixels of the picture are not those that were written ({where}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The provenance file is as it was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The provenance file itself was changed: its own hash does not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The source is the raster that the picture was made from, pixel by pixel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>The tags of the picture are those of the provenance file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>another size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>bands: {numbers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/testimony.py"/>
        <source>other bands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockVerdict</name>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>A tile was not ready in time.</source>
        <translation>Une tuile n'a pas été prête à temps.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>A worker has failed.</source>
        <translation>Un worker est tombé en panne.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>A worker's graphics card has no room for the tile.</source>
        <translation>La carte graphique d'un worker n'a pas assez de mémoire pour la tuile.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Ask for fewer steps or a smaller area, or run it again when the fleet has less to do.</source>
        <translation>Demandez moins d'étapes ou une zone plus petite, ou relancez quand le parc de calcul est moins chargé.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Ask the operator of the fleet for the permission.</source>
        <translation>Demandez l'autorisation à l'exploitant du parc de calcul.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Change that value, and run it again.</source>
        <translation>Changez cette valeur, puis relancez.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Change what the fleet names, or choose another model.</source>
        <translation>Changez ce que le parc de calcul indique, ou choisissez un autre modèle.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Choose a model with smaller tiles, or give fewer or smaller examples.</source>
        <translation>Choisissez un modèle à tuiles plus petites, ou donnez des exemples moins nombreux ou plus petits.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Choose another model, and run it again.</source>
        <translation>Choisissez un autre modèle, puis relancez.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Choose another model, or ask the operator.</source>
        <translation>Choisissez un autre modèle, ou adressez-vous à l'exploitant.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Choose another one, or none, and run it again.</source>
        <translation>Choisissez-en un autre, ou aucun, puis relancez.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>If it comes again, choose a model with smaller tiles, or tell the operator of the fleet.</source>
        <translation>Si cela se reproduit, choisissez un modèle à tuiles plus petites, ou prévenez l'exploitant du parc de calcul.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>If it comes again, tell the operator of the fleet.</source>
        <translation>Si cela se reproduit, prévenez l'exploitant du parc de calcul.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Plugin and fleet may be of different ages: update the plugin, or ask the operator of the fleet.</source>
        <translation>L'extension et le parc de calcul sont peut-être de versions différentes : mettez l'extension à jour, ou adressez-vous à l'exploitant du parc de calcul.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Run it again: it may work now.</source>
        <translation>Relancez : cela peut fonctionner maintenant.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Say it in a language that the model reads, or choose a scenario from the list.</source>
        <translation>Dites-le dans une langue que le modèle lit, ou choisissez un scénario dans la liste.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Something in this request is larger than the fleet takes.</source>
        <translation>Un élément de cette demande est plus grand que ce que le parc de calcul accepte.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Tell the operator of the fleet.</source>
        <translation>Signalez-le à l'exploitant du parc de calcul.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet and this plugin speak different versions.</source>
        <translation>Le parc de calcul et cette extension parlent des versions différentes.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet cannot read an image of this request.</source>
        <translation>Le parc de calcul ne peut pas lire une image de cette demande.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet cannot read what this plugin sends.</source>
        <translation>Le parc de calcul ne peut pas lire ce que cette extension envoie.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet does not allow this.</source>
        <translation>Le parc de calcul ne l'autorise pas.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet does not have the chosen adapter any more.</source>
        <translation>Le parc de calcul n'a plus l'adaptateur choisi.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet does not serve the chosen model any more.</source>
        <translation>Le parc de calcul ne propose plus le modèle choisi.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet has given a tile up after several tries.</source>
        <translation>Le parc de calcul a abandonné une tuile après plusieurs tentatives.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet refuses a value of this request.</source>
        <translation>Le parc de calcul refuse une valeur de cette demande.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The model cannot do what was asked.</source>
        <translation>Le modèle ne peut pas faire ce qui a été demandé.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The model cannot read the instruction.</source>
        <translation>Le modèle ne peut pas lire la consigne.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The operator of the fleet has not accepted the licence of this model.</source>
        <translation>L'exploitant du parc de calcul n'a pas accepté la licence de ce modèle.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The request was called off.</source>
        <translation>La demande a été annulée.</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>{fact} The fleet says: {words}</source>
        <translation>{fact} Le parc de calcul indique : {words}</translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>{failed} of {tiles} tiles failed. {reason}</source>
        <translation>{failed} tuiles sur {tiles} ont échoué. {reason}</translation>
    </message>
</context>
<context>
    <name>ForeshockWaterLevel</name>
    <message>
        <location filename="../foreshock/imagery/water_level.py"/>
        <source>Assign one first (Raster → Projections → Assign Projection).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/water_level.py"/>
        <source>Choose one that covers the area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/water_level.py"/>
        <source>The elevation raster cannot be brought onto the result's grid: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/water_level.py"/>
        <source>The elevation raster has no coordinate reference system.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockWriter</name>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>Choose another file for the result.</source>
        <translation>Choisissez un autre fichier pour le résultat.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>Choose another output folder.</source>
        <translation>Choisissez un autre dossier de sortie.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>Is the disk full?</source>
        <translation>Le disque est-il plein ?</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>Tell the plugin's authors.</source>
        <translation>Signalez-le aux auteurs de l'extension.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>The result cannot be written: {reason}.</source>
        <translation>Le résultat ne peut pas être écrit : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation>Impossible d'écrire {path} : {reason}.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>{path} does not lie on the source's grid after writing.</source>
        <translation>{path} n'est pas sur la grille de la source après l'écriture.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>{path} has {width} × {height} px after writing.</source>
        <translation>{path} fait {width} × {height} px après l'écriture.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>{path} is the source of the simulation.</source>
        <translation>{path} est la source de la simulation.</translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>{path} was not written whole: {reason}.</source>
        <translation>{path} n'a pas été écrit en entier : {reason}.</translation>
    </message>
</context>
</TS>
