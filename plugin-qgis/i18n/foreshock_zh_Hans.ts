<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_Hans" sourcelanguage="en">
<context>
    <name>ForeshockActions</name>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Fetch waiting results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Foreshock user guide</source>
        <translation>Foreshock 用户指南</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Set up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Simulate damage in a freehand area…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Simulate damage in a polygon…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Simulate damage in a rectangle…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Simulate damage in selected features…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>Simulate damage…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/actions.py"/>
        <source>User guide</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockAffected</name>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>1 feature could not be measured; it is not counted as affected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>1 feature had an invalid geometry, which was repaired to be measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>1 feature has no geometry; it is in no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/tables.py"/>
        <source>Choose a name that ends in one of {endings}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/tables.py"/>
        <source>Is it open in another program, or the disk full?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/overlay.py"/>
        <source>Save the features in one that holds this part of the Earth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/run.py"/>
        <source>Set it in the layer's properties.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>The features have no field “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/overlay.py"/>
        <source>The footprint has no place in the coordinate reference system of the features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>They have: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>{count} features could not be measured; they are not counted as affected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>{count} features had invalid geometries, which were repaired to be measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/affected.py"/>
        <source>{count} features have no geometry; they are in no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/tables.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/tables.py"/>
        <source>{path} says no format that can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/run.py"/>
        <source>“{layer}” has no coordinate reference system.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockAffectedDialog</name>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Add as layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Added “{layer}”: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Affected features — {result}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Affected features: {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Called off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Copy table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Export affected features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Exported: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Exporting affected features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>It would be the file {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Keeping affected features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>The affected features, in a GeoPackage beside the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>What of a layer lies inside the change footprint of “{result}”. It is looked at where the result is. A computed scenario, not an observation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>{count} features read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_dialog.py"/>
        <source>“{result}” has no change footprint.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockAffectedForm</name>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>A row for each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>Add up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>Affected from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>any part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>in proportion to the affected share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>of a feature's length, area or points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_form.py"/>
        <source>of each affected feature, in full</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockAffectedLayer</name>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>Affected area (m²), simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>Affected by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>Affected length (m), simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>Affected share (0 to 1), simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>Affected {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>Affected {layer}: {result}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>QGIS cannot open the affected features {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/layers/affected_layer.py"/>
        <source>They were written; try to add them by hand.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockAffectedTable</name>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>Affected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>Area (m²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>Length (m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>Looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>{area} are inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>{count} of {of} features of “{layer}” are affected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>{field}, by share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>{field}, in full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/affected_table.py"/>
        <source>{length} m of lines are inside.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockArea</name>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>Choose an area on the layer, or zoom to it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>Draw it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>Draw it nearer to the layer, or set the map to the layer's coordinate system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>Repair them first (Vector → Geometry Tools → Fix Geometries).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>Select fewer of them, or simplify them first (Vector → Geometry Tools → Simplify).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The chosen area cannot be transformed to the layer's coordinate system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The chosen area does not overlap the layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The chosen area has no surface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The map shows nothing of this layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The polygons cannot be combined: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The polygons of “{layer}” have more than {count} vertices here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>The visible extent does not fit the layer's coordinate system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/area.py"/>
        <source>Zoom to the layer first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockAreaPanel</name>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Add one to the project, or draw the area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Change only inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Choose one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Choose one, or switch “{name}” off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Choose the visible extent, or draw an area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Draw a polygon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Draw a rectangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Draw freehand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Drawn on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>No polygon layer is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>No raster layer is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Nothing is drawn yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Nothing is selected in “{layer}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Outside these polygons every pixel stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Press one of the buttons and draw the area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Select the polygons on the map first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Selected features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>The whole layer has {width} × {height} px, more than can be simulated at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Visible extent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>Whole layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>all {total} feature(s); select some to use only these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_panel.py"/>
        <source>{count} of {total} feature(s) selected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockAreaTool</name>
    <message>
        <location filename="../foreshock/gui/area_tools.py"/>
        <source>Click the corners; a right click or Enter ends, Backspace takes the last corner back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_tools.py"/>
        <source>Drag around the area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_tools.py"/>
        <source>Drag from corner to corner, or click two corners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/area_tools.py"/>
        <source>Esc gives up.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockAssemble</name>
    <message>
        <location filename="../foreshock/jobs/assembling.py"/>
        <source>Choose another area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assembling.py"/>
        <source>Free some space, and check that the folder may be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assembling.py"/>
        <source>No tile was edited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assembling.py"/>
        <source>Run the simulation again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assemble_task.py"/>
        <source>Simulate: composing {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assembling.py"/>
        <source>The journal of request {job} has no stretch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assemble_task.py"/>
        <source>The result cannot be composed: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/assembling.py"/>
        <source>The result cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockBackground</name>
    <message>
        <location filename="../foreshock/gui/background.py"/>
        <source>That failed: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockBadge</name>
    <message>
        <location filename="../foreshock/gui/frame_words.py"/>
        <location filename="../foreshock/layers/badge_look.py"/>
        <source>SIMULATED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/layers/tile_preview.py"/>
        <source>SIMULATED preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/frame_words.py"/>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/frame_words.py"/>
        <source>before (SIMULATED)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/frame_words.py"/>
        <source>{label} — SIMULATED</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockBrokerSettings</name>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>A client certificate needs an encrypted connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>Ask the operator for a name of 1 to 64 letters (a-z, A-Z), digits, - and _.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>The broker address cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>The broker address must begin with amqps:// (or amqp:// on this machine).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>The broker address names no user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>The fleet does not serve a user named “{user}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>Use amqps://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>Use amqps://; amqp:// is taken only for a broker on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>Write it like {address}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>amqp:// would send the password and the imagery to {host} unencrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>the fleet at {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>the {kind} proxy {host}:{port}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/broker_settings.py"/>
        <source>this computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockButtons</name>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>&amp;Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>&amp;Next &gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>&lt; &amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/buttons.py"/>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockChecks</name>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>1 to 64 of a-z, 0-9, - and _</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>1 to {most} bytes of UTF-8 without control characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>WKT of a coordinate reference system, at most {most} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>a multiple of {multiple} from {least} to {most} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>a multiple of {multiple}, below 2^40</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>above 0 up to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>above 0, metres per px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>at most {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>below {bound}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>it contains a control character; write one line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>it has {size} bytes; shorten it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>it is empty; say what should happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>no mask was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>present when {field} is {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>tile {index} of {tiles}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>{count} examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>{least} to {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>{size} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>{tiles} tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>{value} is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/checks.py"/>
        <source>“{text}” is not WKT; addresses and codes are not taken</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockClientFolder</name>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>It collects the result itself; or close it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>No journal folder under {folder} can be locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>Request {job} belongs to another QGIS that is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>Requests are kept in the profile (and on the machine) that sent them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>The journal folder {folder} cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/client_folder.py"/>
        <source>There is no request {job} in this QGIS profile.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockCodec</name>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a UUID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a finite number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a time in RFC 3339</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>a whole number from 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>at most {most} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>one of {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>standard base64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>the message has {size} bytes ({limit})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>the message is not a JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>this message says schema {said}; this side reads {schema}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>{count} values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/codec.py"/>
        <source>{field}: must be {expected}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockCompare</name>
    <message>
        <location filename="../foreshock/gui/compare.py"/>
        <source>Open the project in which the simulation was run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/compare.py"/>
        <source>The layer that “{layer}” was made from is not in this project.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockConnectionDialog</name>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>A fleet (broker)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>Foreshock: connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_dialog.py"/>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockConnectionRows</name>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Broker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>CA file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Choose or create credentials of the type “{bundle}” (a .p12 or .pfx file), “{paths}” (PEM files) or “{identity}” (imported in QGIS's options).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Choose or create credentials of the type “{type}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Choose or create some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Client certificate stored in QGIS, encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Directly, without a proxy (QGIS options).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>For the next run only, then forgotten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Model folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>No stored credentials are chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Password, kept in memory until QGIS ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>The model runs on this computer. No imagery leaves it, and no broker is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Through the proxy of the system's settings, if they name one for this address (QGIS options).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>Through {proxy} (QGIS options).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>User and password stored in QGIS, encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>When Foreshock first connects, QGIS asks for your master password: it opens QGIS's encrypted store of credentials, and is not the broker's.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>only for an operator's own authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>the file “foreshock” or “foreshock.exe”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_rows.py"/>
        <source>the program's own small model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockConnectionStore</name>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>Choose a file of certificates in PEM form, as the operator gave it to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>Choose the file “foreshock” (on Windows “foreshock.exe”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>Choose the file “foreshock” under “Connection… → This computer”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>No broker is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>No program is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>Press “Connection…” and fill in its address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>Press “Connection…” and type it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>The CA file {path} cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>The CA file {path} holds no certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>The password of the broker is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/connection.py"/>
        <source>There is no program “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockConnectionTest</name>
    <message>
        <location filename="../foreshock/gui/connection_test.py"/>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/connection_test.py"/>
        <source>The test itself failed: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockController</name>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>1 simulation waits for its result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/target_layer.py"/>
        <source>Add imagery, or choose a raster layer in the layer panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Add it, right-click it and choose the scenario again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Added “{layer}”: synthetic imagery, not an observation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Asking {place}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Call off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Called off: {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Compare, assess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Fetch now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>No fleet is set. Press “Connection…”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Not connected. Connecting asks for the master password of QGIS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Nothing is lost: results wait until you connect again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>Right-click the layer that it was made from; the words stand in the result's metadata.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>The layer that it was made from is not in this project. Its file: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>The layer “{layer}” is not in this project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/target_layer.py"/>
        <source>There is no raster layer to simulate on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>This QGIS profile did not ask for “{result}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>{count} simulations wait for their results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>{layer}: stopped, not called off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>{layer}: stopped, nothing is lost. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/controller.py"/>
        <source>{layer}: {message}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockDiagnostics</name>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Connection: {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Created: {when} UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Job {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Last sign of life: {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Model: {model} ({digest}), {steps} steps, seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Series: {index} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Size: {width} × {height} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>State: {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Tiles: {done} of {tiles}, {cached} from the cache, lane {lane}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>Workers: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>none is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/diagnostics.py"/>
        <source>this computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockDifference</name>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>A result lies on the grid of the raster that it was made from: choose that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>Choose the raster that the result was made from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>Compare by eye (swipe, flip), or save the area as GeoTIFF and simulate on that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/difference_task.py"/>
        <source>Difference: {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>Is its folder there, and may you write to it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>Is the disk full?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/layers/difference_layer.py"/>
        <source>It was written; try to add it by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/layers/difference_layer.py"/>
        <source>QGIS cannot open the difference {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/difference_task.py"/>
        <source>The difference cannot be computed: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>The difference cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>{path} is one of the rasters to be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>{path} was not written whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/layers/difference_layer.py"/>
        <source>{result} difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>“{after}” and “{before}” do not lie on one pixel grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>“{after}” and “{before}” have different bands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/difference.py"/>
        <source>“{layer}” has no samples of its own: a service draws it, and what was drawn is not kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockDrawing</name>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>Check that QGIS shows the layer there; then run it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>Check that QGIS shows the layer; then run it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>Choose another area or another resolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>Is the disk full?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>Run it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>Run it again; or allow missing map tiles, which then stay as they are in the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>The drawing of the map cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>The drawing of the map was not written whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>The map is empty in this area at this resolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>The map server cannot be used: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>The map server delivered nothing of this area: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>The map server did not deliver {missing} of {all} map tiles ({reason}); the first lies at {x}, {y}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/map_answers.py"/>
        <source>an answer that is no picture but {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/map_answers.py"/>
        <source>an empty answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>its source is not valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/map_answers.py"/>
        <source>no answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>they are empty, or did not come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawing.py"/>
        <source>{path} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/map_answers.py"/>
        <source>{reason}: {words}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockDrawnLayer</name>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>Repair its source first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>Save the area as GeoTIFF first (Export → Save As).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>Set it first (Layer → Set CRS of Layer).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>The map server does not say how far this layer reaches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>This layer cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>This layer comes from a service as numbers, not as a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>This layer has no coordinate reference system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>zoom {zoom} ({gsd} m per px)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/drawn_layer.py"/>
        <source>{gsd} m per px</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockErrors</name>
    <message>
        <location filename="../foreshock/core/errors.py"/>
        <source>{field}: {found} (must be {limit})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockEstimate</name>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>1 tile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>A pixel is {gsd} here; {model} was made for {low} to {high}. Expect poor results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>about {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>queued behind people who wait for a few tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>time not known before the first run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>{count} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>{tiles} tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/estimate.py"/>
        <source>{width} × {height} px of {gsd}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockExample</name>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>An example needs {least} px a side, and no side more than {times} times the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>Choose another layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>Choose layers that share a smaller place (at most {most} px a side).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>Choose two that overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>The example layer {path} cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>The example would need {width} × {height} px of a map service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>The example's two layers have no data at the same place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>The place that both example layers show has {width} × {height} px, which is too small or too narrow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/example.py"/>
        <source>no reason given</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockExamplePanel</name>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>An example needs two layers that show the same place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>Choose both, or leave both empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>Choose two different layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>Choose two layers in the same coordinate system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>The chosen model takes no examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>The example has only one of its two layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>The example shows the same layer before and after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>The extents of the example's two layers cannot be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>Two layers of one place, before and after a real event, show the model what is meant. Their common extent is sent with every tile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>“{before}” and “{after}” do not overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/example_panel.py"/>
        <source>“{layer}” cannot serve as an example: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockExplain</name>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>A queue at the broker is not as expected: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Ask the operator for the permissions of a client.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Ask the operator to delete the old queue; plugin and fleet may be of different versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Ask the operator to raise max_message_size to 9 MiB at least.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Ask the operator to run “foreshock topology apply”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Ask the operator whether logins by certificate (EXTERNAL) are on, and for which name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Ask whether {proxy} lets other things than web pages through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Check both in the connection settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Check port and scheme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Check the broker address and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Check the part after the last slash of the broker address, or ask the operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Check the port. If it is right, the broker is overloaded: tell the operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Check the port: amqps:// has 5671 mostly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Check this computer's clock; if it is right, ask the operator to renew the certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Choose a client certificate that this broker knows in the connection settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Close another QGIS that uses it, or ask the operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Give the operator's certificate authority as the CA file of the connection, or add it in QGIS's options.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>If it works without the proxy, the proxy opens encrypted connections: ask your network administrator to leave this one alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Is a worker running? “foreshock doctor” on its machine tells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Is the address right? A firewall may stop AMQP: ask for this port to be opened, or for a proxy, and set that in QGIS's options (Network).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Is the broker running, and is the address right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>It does within two minutes; it is tried again by itself, and nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>It is tried again by itself; nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>It is tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Nobody takes cancels at this broker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Nobody takes jobs at this broker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Nobody takes questions at this broker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Nothing answers at {place} in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Nothing answers at {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Plugin and fleet may be of different versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Run the simulation again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The answer about what can be done cannot be read ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker at {place} does not let the client certificate in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker at {place} refuses the user “{user}” with this password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker at {place} was stopped, or an operator closed the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker closed the channel: {code} {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker does not know you as “{user}” but as “{known}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker does not know you as “{user}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker does not take messages as large as a tile: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker has not noticed yet that the last connection of this QGIS ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker has paused ({reason}) and takes no jobs for now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker is short of disk and takes no jobs for now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker is short of memory and takes no jobs for now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker is short of memory or disk and takes no jobs for now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker is there, but no worker answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker lacks what Foreshock needs: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The broker took no jobs until the request's time was over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The certificate of {place} is not trusted: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The connection to {place} failed: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The connection to {place} was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The connection was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The queue is full: the broker takes no more jobs now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The user “{user}” has as many connections at {place} as the operator allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The user “{user}” may not do this: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>The user “{user}” may not enter “{vhost}” at {place}, or it does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>There is no host “{host}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>What answers at {place} is no AMQP broker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Write in the broker address the name under which the broker knows you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Write the host as the certificate names it, or ask the operator for a certificate of this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Your tiles wait here and go out by themselves when others are done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>Your tiles wait here and go out by themselves; tell the operator if it lasts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>{place} does not speak TLS as expected ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>{place} refuses our certificate ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain.py"/>
        <source>{place} takes the connection, but says nothing as a broker would.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockExplainProxy</name>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Ask your network administrator for a user and a password (“Basic”) at the proxy, or to let connections to {place} through without a login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Ask your network administrator for another password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Ask your network administrator to allow CONNECT to {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Check both where QGIS keeps its proxy: Settings → Options → Network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Check the proxy in QGIS: Settings → Options → Network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Check the type and the port of the proxy in QGIS's options (Network) and the address of the broker. If they are right, ask your network administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Check the type and the port of the proxy in QGIS: Settings → Options → Network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Check the type of the proxy in QGIS's options (Network). If it is right, ask your network administrator whether the proxy lets connections to {place} through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Fill them in where QGIS keeps its proxy: Settings → Options → Network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Is the address of the broker right? If it is, ask the operator, or your network administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Is the broker running, and is the address right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Nothing answers at {place}, says {proxy}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>Tell your network administrator if it lasts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>The user name or the password for {proxy} cannot be sent to it: it is too long, or has letters that proxies do not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>There is no host “{host}”, which is to be the proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>What answers at {host}:{port} is no {kind} proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} cannot reach {place}{status}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} does not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} does not let connections to {place} through{status}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} ends the connection without opening the way to {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} has a failure of its own and opens no way to {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} lets in only who logs in by {ways}, which Foreshock cannot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} refuses the user “{user}” with this password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} takes no login by user and password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} takes the connection, but does not say in time whether it opens the way to {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/explain_proxy.py"/>
        <source>{proxy} wants a user and a password.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockFirstRun</name>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>&lt;b&gt;Every result is synthetic imagery: a computed scenario, not an observation.&lt;/b&gt; It is marked as such in its name, on the map, in the layer panel and in its file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>A fleet of workers that my organisation runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>All is well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Ask the operator for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Choose the &lt;b&gt;scenario&lt;/b&gt; and how bad it is. The area is what the map shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Choose the file “foreshock” (on Windows “foreshock.exe”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Does it work?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Fast, also for large areas, and it goes on while QGIS is closed. You need the address of its broker and your password or certificate; the operator gives you both. The imagery of your area is sent there, encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Foreshock computes how a place would look after a disaster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Go back and put it right, or save it as it is: it can be changed at any time under Raster → Foreshock → Connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Leave the CA file empty unless the operator gave you one: the certificates that QGIS and the system trust are trusted here, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>No imagery at hand? Any map service works too, such as an XYZ layer of aerial imagery. &lt;b&gt;User guide&lt;/b&gt; in the same menu tells more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>No network, no account: nothing leaves this computer. You need the program “foreshock”. Large areas take long, and go on only while QGIS runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>No password is ever written to the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Press &lt;b&gt;Run&lt;/b&gt;. Tiles appear on the map as they are finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Right-click a raster layer → &lt;b&gt;Simulate damage…&lt;/b&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Set up Foreshock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>The model runs in one of two places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>The next pages ask who does the work, and try it out. It takes two minutes, and can be changed later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>The operator gives you the address of its broker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>The part before @ is your user name, the part after the last / the fleet's own area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>There is no address yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>There is no password yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>There is no program yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Three clicks to the first result:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Type it, or choose another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>What if it happened here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Where is the fleet?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Which program?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Who are you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>Who does the work?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>You can save without waiting for the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>You right-click a raster layer and say what shall happen there: a flood, an earthquake, a fire, or in your own words. A new layer comes back, which lies exactly on the old one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/first_run.py"/>
        <source>“foreshock” computes the imagery; it needs no installation.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockFlip</name>
    <message>
        <location filename="../foreshock/gui/flip.py"/>
        <source>Its time was switched off in the layer's properties: set a fixed range there (Temporal).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/flip.py"/>
        <source>This map view has no temporal controller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/flip.py"/>
        <source>Use the main map of QGIS, or the swipe tool.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/flip.py"/>
        <source>“{layer}” has no time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockFootprint</name>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>1 area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>Area (m²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>Instruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>It was written; try to add it by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>Pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>QGIS cannot open the change footprint {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>{count} areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/layers/footprint_layer.py"/>
        <source>{result} change ({areas}, {size})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockFootprintFile</name>
    <message>
        <location filename="../foreshock/imagery/footprint.py"/>
        <source>Is the disk full?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/footprint.py"/>
        <source>The change footprint cannot be traced: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/footprint.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockGrid</name>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>a tile side of {side} px cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>an overlap of {overlap} px cannot be used with tiles of {side} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>the area needs {tiles} tiles; choose a smaller one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>the area of interest does not overlap the raster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>the area of interest is not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>the geotransform holds a number that is not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/grid.py"/>
        <source>the geotransform is singular: its pixels have no area</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockGroups</name>
    <message>
        <location filename="../foreshock/layers/groups.py"/>
        <source>Simulations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockHelp</name>
    <message>
        <location filename="../foreshock/gui/help_window.py"/>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/help_window.py"/>
        <source>Find in the help</source>
        <translation>在帮助中查找</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/help_window.py"/>
        <source>Find next</source>
        <translation>查找下一个</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/help_window.py"/>
        <source>Find previous</source>
        <translation>查找上一个</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/help_window.py"/>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/help_window.py"/>
        <source>Nothing found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <location filename="../foreshock/gui/help_window.py"/>
        <source>{page} — Foreshock help</source>
        <translation>{page} — Foreshock 帮助</translation>
    </message>
</context>
<context>
    <name>ForeshockJobActions</name>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Add result to project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Copy diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Duplicate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Remove from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Show log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_actions.py"/>
        <source>Zoom to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockJobAreas</name>
    <message>
        <location filename="../foreshock/gui/job_areas.py"/>
        <source>Choose another one for the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/job_areas.py"/>
        <source>The area cannot be shown in the map's coordinate system.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockJobLog</name>
    <message>
        <location filename="../foreshock/jobs/job_log.py"/>
        <source>lines are left out here: the log had grown too long</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockJobsColumns</name>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Cached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>From “Run” to the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>How many pieces the area was cut into, and how many of them are there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Large requests take the bulk lane, so that nobody who waits at a screen is held up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Tiles that the fleet had computed before and did not have to compute again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_columns.py"/>
        <source>When a worker last gave a sign of life for it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockJobsDock</name>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>All jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>Failed or called off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>Filter by layer, scenario or words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>Foreshock jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>No job fits the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>Reading the jobs of this profile…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>Stopped or to be fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>There are no jobs yet.

Right-click a raster layer and choose “Simulate damage…”. Each run is listed here, with its progress and its log, also after QGIS was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>Under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_dock.py"/>
        <source>go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockJobsLocator</name>
    <message>
        <location filename="../foreshock/gui/jobs_locator.py"/>
        <source>Add result to project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_locator.py"/>
        <source>Foreshock jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_locator.py"/>
        <source>Zoom to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockJobsPanel</name>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>Foreshock jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>It was moved or deleted. “Duplicate…” makes another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>Remove this job and its log from the list?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>Remove {count} jobs and their logs from the list?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>Results stay where they are. A job that was removed cannot be retried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>Simulate on the layer anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>The diagnostics are on the clipboard. They hold no passwords.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>The log cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>The result is not there any more: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_panel.py"/>
        <source>“{job}” is not in the journal any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockJobsWords</name>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>1 job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>All tiles are at the broker. The next worker that is free takes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Called off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>It was under way when QGIS ended. “Go on” connects and fetches what has come since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Nothing is lost. “Go on” sends what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Processing or another QGIS sent it, and gets its result. If neither runs any more, “Collect results” in the toolbox fetches it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>To be fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Under way elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Waiting for a worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Workers tell of each step. If the one that has this tile has died, the broker gives the tile to another one by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Workers: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>Writing the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>bulk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>interactive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>silent for {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{count} jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{count} stopped or to be fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{count} under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{done} of {tiles}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{name} ({index} of {count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{name} ({index} of {count}: {label})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{percent} %, about {time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{state}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{time} ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>{width} × {height} px, model {model}, {steps} steps, seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/jobs_words.py"/>
        <source>“{instruction}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockJournal</name>
    <message>
        <location filename="../foreshock/core/journal.py"/>
        <source>Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/journal.py"/>
        <source>Delete its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/journal.py"/>
        <source>The journal file {path} cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/journal.py"/>
        <source>The journal file {path} is damaged: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockLayer</name>
    <message>
        <location filename="../foreshock/imagery/crs.py"/>
        <source>A GeoTIFF cannot hold this layer's coordinate reference system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Choose a layer with a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Choose one of its sublayers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Convert it first (Raster → Conversion → PCT to RGB).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Convert it to 8- or 16-bit whole numbers or to floating point first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Convert it to RGB first (Raster → Conversion → Translate).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Convert it to RGB first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Convert it to one type first (Raster → Conversion → Translate).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Each band of this raster has a mask of its own; a GeoTIFF holds one for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Georeference it anew (Layer → Georeferencer).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Georeference it first (Layer → Georeferencer).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Give it a nodata value first (Raster → Projections → Warp, “Nodata value for output bands”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Give it one first (Raster → Projections → Warp, “Nodata value for output bands”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Repair its source first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Samples of type {kind} are not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Save the area as GeoTIFF first (Export → Save As).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Scale it to 8 bit first (Raster → Conversion → Translate).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/crs.py"/>
        <source>Set it first (Layer → Set CRS of Layer).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Set the right one first (Layer → Set CRS of Layer).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/layers/marks.py"/>
        <source>Synthetic imagery: not an observation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>The bands of this raster are no red, green and blue (CMYK, HLS or YCbCr).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>The bands of this raster have different nodata values; a GeoTIFF holds one for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>The bands of this raster have different sample types.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>The colours of this raster are {space}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>The geotransform of this raster gives its pixels no place on the ground.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>The samples of this raster have {bits} bit each, too few to be edited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This layer cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/crs.py"/>
        <source>This layer has no coordinate reference system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This layer is drawn by a service, so its own pixels are not at hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/crs.py"/>
        <source>This layer's coordinate reference system cannot be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This layer's coordinate reference system is geographic, but its coordinates are no degrees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This raster has ground control points or sensor coefficients (RPC), but no geotransform.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This raster has no band.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This raster has no geotransform, so its pixels have no place on the ground.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This raster has nothing but an alpha band.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This raster is rotated against its coordinate system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>This raster stores palette numbers, not colours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/inspect.py"/>
        <source>Warp it first (Raster → Projections → Warp) and simulate on the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/crs.py"/>
        <source>Warp it to another first (Raster → Projections → Warp) and simulate on the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/layers/marks.py"/>
        <source>“{instruction}”
{notice}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockLayout</name>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>After: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Before (SIMULATED)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Changed: {area}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Computed: {time} UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Install the plugin anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Instruction: “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Made from: {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>Model: {model} ({digest}), seed {seed}, {steps} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>QGIS cannot read the template {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>SIMULATED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>SIMULATED · Synthetic imagery: a computed scenario, not an observation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>The project takes no layout named “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>The template {path} has no item “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/layout.py"/>
        <source>{layer}: before and after</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockLocal</name>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>Check program, model and threads in the connection settings; the program may be of another version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>Choose another model folder in the connection settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>Choose the program “foreshock” in the connection settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>It is not started again by itself: free memory, or choose fewer threads or a smaller model, and run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>It is started again; nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>Plugin and program may be of different versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>The local program does not speak as expected: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>The model on this computer cannot be loaded: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>The program on this computer ended by signal {number}: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>The program on this computer ended with code {number}: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>The program on this computer refuses its settings: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>The program {path} cannot be started: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>What the local program says cannot be taken: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/local.py"/>
        <source>it said nothing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockLogKeeper</name>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>QGIS ends, or the plugin is switched off: it goes on later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>[error codes: {codes}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>[workers: {workers}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>all tiles are sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>begins: {tiles} tiles, {lane}, {place}; model {model} ({digest}), {steps} steps, seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>called off by the user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>connected to {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>connection ({state}): {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>done: the result is written; {cached} of {tiles} tiles came from the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>failed: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>goes on: {tiles} tiles, {lane}, {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>stopped, it can go on later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>stopped, it can go on later: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>tile {tile} begins once more, on {worker}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>tile {tile}: called off on {worker}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>tile {tile}: computed by {worker} in {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>tile {tile}: failed on {worker}: {reason} ({code})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>tile {tile}: from the cache, by {worker}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/log_keeper.py"/>
        <source>worker {worker} takes part</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockLogWindow</name>
    <message>
        <location filename="../foreshock/gui/log_window.py"/>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/log_window.py"/>
        <source>Log: {job}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/log_window.py"/>
        <source>Nothing was noted for this job. Processing keeps a log of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/log_window.py"/>
        <source>Times are UTC. The log holds no passwords.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockMask</name>
    <message>
        <location filename="../foreshock/imagery/mask.py"/>
        <source>Draw the area again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/mask.py"/>
        <source>The mask cannot be drawn: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/mask.py"/>
        <source>The mask's outline cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/mask.py"/>
        <source>The mask's outline crosses itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockMessages</name>
    <message>
        <location filename="../foreshock/core/messages.py"/>
        <source>a tile's message has {size} bytes; choose a model with smaller tiles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockModelPanel</name>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Another seed gives another picture of the same scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Licence: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Model, seed, example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>The same scenario with so many seeds, one after another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>Variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>no commercial use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/model_panel.py"/>
        <source>not accepted by the operator, so jobs are refused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockNames</name>
    <message>
        <location filename="../foreshock/layers/names.py"/>
        <source> — SIMULATED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/layers/names.py"/>
        <source>{layer}: {scenario}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockOutcomeImage</name>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>A worker sent an image that cannot be used: {fact}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>Tell the operator of the fleet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>it has {width} × {height} px and {bands} bands, not {side} × {side} and 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>it is no GeoTIFF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>it lies elsewhere than its tile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>its data are damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/outcome_image.py"/>
        <source>its samples are not 8 bit</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Flood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Hurricane or tornado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Landslide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>No damage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Snow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Tsunami</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Volcanic ash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>Wildfire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>door sills (1 m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>eaves (3 m)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>mild</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>moderate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>severe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/presets.py"/>
        <source>shallow (0.3 m)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockProbe</name>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Allow its execution in its properties.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Broker: {address}, login by {login}, way: {way}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Choose the program “foreshock” (on Windows “foreshock.exe”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Choose the program “foreshock”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Choose the program “foreshock”; if this is it, install it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Queues and permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Round trip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>There is no file “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>This computer: {program}, model {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Virtual host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>Worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>all that a client needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>as {user}, by certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>as {user}, by password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>it says nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>no model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>not tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>of the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{host} is {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{models}, version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{model} ({licence})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{model} ({licence}, not accepted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{path} does not say its version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{path} is not Foreshock, or does not run here: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{path} is not a program that may be run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{port} answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{proxy} opens the way to {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{time} ms from question to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{version}, certificate {certificate}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/probe.py"/>
        <source>{vhost} is open</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>A row for each value of this field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Add the results to the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Affected features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Affected features by value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Affected from this share of a feature, % (0: any part)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>After (the result)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>All of its number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>An affected feature adds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Area (if not set: the whole layer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Area inside, m²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Area of what changed, m²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Area {id}: {status}. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Areas (each feature is a request)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Areas that became no request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Areas with a result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Areas without a result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>Ask the operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Broker (if not set: the plugin's)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Calls off simulations that are under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Calls off simulations that were submitted before. Workers drop the tiles that wait, and stop those that they compute. Requests of a QGIS that is running end there as soon as the fleet has answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Cancel simulations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Change footprint, or other polygons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Change only inside these polygons</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Changed share outside the mask, 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <location filename="../foreshock/processing/scene.py"/>
        <source>Check its name and path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Check the plausibility of a simulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Choose a file for HTML, for PDF, or for both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>Choose a layer with polygons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Choose a name that does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>Choose a raster that lies in a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>Choose an area on the raster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <location filename="../foreshock/processing/findings.py"/>
        <source>Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>Choose another model, or ask the operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Choose credentials (AUTHCFG) instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Choose credentials (AUTHCFG), or name the address with its password in {variable}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Collect results</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Counts and measures the features of a layer that a change footprint covers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Credentials (“Basic” or “PKI-Paths”)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>Difference between before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <location filename="../foreshock/processing/report.py"/>
        <source>Elevation in metres, for floods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Features that could not be measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Features that were looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Features with a repaired geometry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Fetches the results of simulations of this QGIS profile that were submitted before, or whose program ended before they did.

It waits as long as the time limit says; what is not ready then stays for the next time. When nothing comes, tiles without an answer are sent again: the fleet answers from its cache for those that it had computed. With a time limit of 0 it only takes what is ready, and sends nothing.

Requests of a QGIS that is running are left to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Fetches the results of simulations that were submitted before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Field of numbers to add up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>Field that says what happens</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Give its address (URL), or set it in the plugin: right-click a raster layer, “Simulate damage…”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>Gives |after − before| for each pixel: the largest over the bands that are shown as red, green and blue, in the unit of the samples. Where one of the two has no data, the difference has none.

Both rasters lie on one pixel grid: a result and the raster that it was made from do. A layer of a map service has no samples of its own, so there is nothing to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <location filename="../foreshock/processing/report.py"/>
        <location filename="../foreshock/processing/verify.py"/>
        <source>HTML files (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>HTML page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Hands a damage scenario to the fleet, and ends as soon as the broker has all tiles. With areas, each of their features is a request of its own, with its outline as the mask.

The requests stay in the journal of this QGIS profile. “Collect results” fetches the results, in this QGIS or another program with the same profile, within a day. Results go to the output folder given here, unless “Collect results” is given another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Hands damage scenarios to the fleet without waiting for the results</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/job_ids.py"/>
        <source>Ids look like 0190b5a2-7c3e-7f00-8000-0123456789ab; give several separated by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>In proportion to its affected share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Index of the simulations</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>It has: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>Largest difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Layer it was made from (if not set: the project's)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Length inside, m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Level of the largest piece of water, metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Look only at features that touch this extent (if not set: at all)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Made from “{layer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Makes a damage scenario for each polygon of a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Makes a damage scenario for each polygon of a layer, on the raster's own pixel grid. The polygon's outline is the mask: outside, the result is the source, bit for bit.

What happens is what the feature's field says, else what the expression gives (for example 'flood the ' || "name"), else the chosen scenario.

Results are GeoTIFF files in the output folder. The index has a row for each feature: its id, the instruction, the request's id, the file, how it ended, and why. One area that fails stops no other. What the time limit cuts off is “waiting”; “Collect results” takes it up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Makes a damage scenario of a raster layer, on its own pixel grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Makes a damage scenario of a raster layer: say what shall happen in your own words, or choose a scenario and its severity (own words win where both are given).

The result has the pixel grid, the sample type and all bands of the source. Outside the mask, and wherever the model changes nothing, it is the source, bit for bit. It is marked as simulated in its name, its metadata and its file. The outlines of what changed lie beside it (FOOTPRINT, GeoJSON).

The work is done by your fleet of Foreshock workers. If the broker is away for a while, the algorithm waits. If the time limit ends, the request stays: “Collect results” takes it up by its JOB_ID.

Without windows, name the broker by URL, or with its password in the environment variable {variable}. Credentials (AUTHCFG) need the master password there, in a file that QGIS_AUTH_PASSWORD_FILE names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Measures what changed outside the mask, whether content has moved, whether water lies uphill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Model (if not set: the fleet's first)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Model: {model} ({digest})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Name the file so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>No broker is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>No page is asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>No pixel has data in both rasters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>No request is named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Nothing comes; tiles without an answer are sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Nothing is lost: “Collect results” takes it up (JOB_IDS {ids}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Nothing says what shall happen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Nothing was called off; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Number of results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>One page about a simulated layer: before, after, what changed, numbers, how it was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Outlines of what changed, beside the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Output folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Output folder (if not set: QGIS profile)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Output folder (if not set: as submitted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>PDF files (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>PDF page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Pixel size in metres (map services only)</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Report of a simulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Request {job} is over: {state}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Request {job}: “{instruction}” by {model}, {tiles} tile(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Requested: {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Requests that are not ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Requests that failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Requests that were called off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Requests with a result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Requests, for “Collect results”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Requests, with commas (if not set: all)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Requests, with commas between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>Rivers and lakes, which are no dry ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>Say how large a pixel shall be (RESOLUTION), in metres. There are: {offered}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>Say in your own words what shall happen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Says whether pixels, tags and provenance file of a simulated layer belong together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Scenario, if there are no own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Seconds until the result was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Seed (another one: another picture)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Seed: {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Set it in the layer's properties.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Severity of the scenario</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Simulate damage in many areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <location filename="../foreshock/processing/report.py"/>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Simulated layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Simulated scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>Steps (if not set: the model's number)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Submit simulations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>Sum of the numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/findings.py"/>
        <source>Synthetic imagery: not an observation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Tell how plausible the result is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>The area does not overlap the raster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>The areas cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>The areas have no field “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>The broker address holds a password, and QGIS would keep it in the history of Processing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>The broker does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>The elevation layer cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>The expression gives nothing here: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>The fleet does not know the scenario “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>The fleet has no model “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>The fleet serves no model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>The layer for {name} cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>The layer that it was made from cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>The operator of the fleet has not accepted the licence of {model}: {licence}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>The output {name} cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>The password of the broker is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/plausibility.py"/>
        <source>The provenance file beside the result was changed; its mask is not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>The raster layer cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>The result is a GeoTIFF; “{path}” does not end in .tif.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/asking.py"/>
        <source>The result would overwrite its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>The simulated layer cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>There is no area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>They have: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Tiles that the fleet had computed before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <source>Tiles under way at the same time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>Time limit in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/batch.py"/>
        <location filename="../foreshock/processing/simulate.py"/>
        <source>Time limit in seconds (0: a day)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/submit.py"/>
        <source>Time limit in seconds (0: none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>Time limit in seconds (0: what is ready)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Title (if not set: the layer's name)</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/parameters.py"/>
        <source>What happens, in your own words</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Writes one page about a simulated layer, as HTML (one file that holds its pictures), as PDF (A4), or both: pictures before and after, the outlines of what changed, areas in numbers, the place, the model and its settings, and how plausible it is.

The picture before is that of the layer that it was made from: the one given, else the one that the project has. Without it, the page does without.

Page and pictures say that they are synthetic. The change footprint has to lie beside the simulated layer, where it was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/verify.py"/>
        <source>Written by: {client}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>Written: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>affected,exposure,impact,assess,count,buildings,roads,overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/words.py"/>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/algorithm.py"/>
        <source>damage,disaster,scenario,simulation,flood,wildfire,earthquake,tornado,landslide,imagery,synthetic,ai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/words.py"/>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/words.py"/>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>it was collected before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/words.py"/>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>report,summary,page,print,pdf,html</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/words.py"/>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>{job} is not ready; it stays for the next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>{job} is there already: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/collect.py"/>
        <source>{job}: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/difference.py"/>
        <source>{parameter} is no raster that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <location filename="../foreshock/processing/findings.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/report.py"/>
        <source>{path} does not end in .{ending}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>{problem} The fleet is told all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/cancel.py"/>
        <source>“Submit simulations” gives their ids.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/affected.py"/>
        <source>“{layer}” has no coordinate reference system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/scene.py"/>
        <source>“{layer}” is drawn by a map server, so it has no pixels of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/areas.py"/>
        <source>“{text}” is no expression: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/processing/job_ids.py"/>
        <source>“{word}” is no id of a request.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockProgress</name>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>sending tile {tile} of {tiles}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>waiting for a worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>waiting for a worker ({tiles} tiles queued)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>{count}, about {time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>{count}. {trouble}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>{done} of {tiles} tiles done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>{hours} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/core/progress.py"/>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
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
    <name>ForeshockProxy</name>
    <message>
        <location filename="../foreshock/qgis_proxy.py"/>
        <source>Choose the type HttpProxy or Socks5Proxy in QGIS (Settings → Options → Network), or exclude {host} there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/qgis_proxy.py"/>
        <source>QGIS goes through a proxy of the type “{type}”, which cannot carry a connection to a broker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/qgis_proxy.py"/>
        <source>The stored credentials of the proxy cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/qgis_proxy.py"/>
        <source>Unlock the authentication database, or choose credentials of the type “Basic” in QGIS: Settings → Options → Network.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockRaster</name>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>Band {band} runs from {low} to {high}, too far to be stretched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>Check that the file and its parts are whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>Check that the file still exists and is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>Choose another area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>GDAL cannot open the layer's source: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>If such samples mean that there is no data, set them as the layer's nodata value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>Run it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>The chosen area holds nothing but nodata.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>it gives no reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>{path} cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/raster.py"/>
        <source>{path} has changed since the simulation began.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockRecording</name>
    <message>
        <location filename="../foreshock/jobs/recording.py"/>
        <source>A result cannot be kept on disk: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/recording.py"/>
        <source>Free some space; it comes again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockReport</name>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>1 area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report.py"/>
        <source>A report can be made of the results of Foreshock only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Affected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Affected by {result}: {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Affected: {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>After (simulated)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report.py"/>
        <source>Check that the file still exists and is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Coordinate system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Digest of the adapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/notation.py"/>
        <source>E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Ground sampling distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>How it was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Its digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Largest changed areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Latitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Longitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Made by Foreshock from {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/notation.py"/>
        <source>N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>On “{layer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Plausibility</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Provenance hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Report of {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/notation.py"/>
        <source>S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Series of {count} results on “{layer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Simulated picture, not an observation: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Software</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>Synthetic imagery: a computed scenario, not an observation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report.py"/>
        <source>The change footprint {path} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>The imagery that the simulation was made from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>The largest change (simulated)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>The largest changed area of the simulated picture, enlarged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>The largest {shown} of {all} areas; the places lie inside them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report.py"/>
        <source>The pieces of a footprint have the fields area_m2 and pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>The places lie inside the areas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>The simulated picture with the outlines of what changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/notation.py"/>
        <source>W</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>What changed (simulated)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>What changed: {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>areas changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>changed, in total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>changed, of {whole}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>connected area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>connected areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>en</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>guidance {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>no change footprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>of the pixels changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>seed {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>strength {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>the largest of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>was changed since it was written: {digest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>{count} areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>{count} more are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>{count} more values are affected; they are in “All”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report.py"/>
        <source>{path} is no change footprint of Foreshock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>{scenario} on “{layer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>{value} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_sheet.py"/>
        <source>“{instruction}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report.py"/>
        <source>“{layer}” does not say that it is simulated.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockReportDialog</name>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Add it again, and open the report from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Affected features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>All {count} results of the series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Choose at most {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Choose where the report goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Elevation (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>For floods: whether water lies below its level. Heights in metres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Give it one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>HTML files (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>HTML, one file for any browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Make report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>No file is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Open it when done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>PDF files (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>PDF, one A4 page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Plausibility</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Report — {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Tell how plausible the result is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>The notes are too long for a page: their last {count} letters would be left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>The report has no title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>The report was given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>The result is not in the project any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>Written: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>name, organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>what a reader must know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>{count} tables of affected features do not fit on a page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>{layer}, by {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_dialog.py"/>
        <source>{layer}: series of {count} results</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockReportJudging</name>
    <message>
        <location filename="../foreshock/assess/judging.py"/>
        <source>Choose another elevation layer, or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/judging.py"/>
        <source>Not checked: the raster that it was made from is no file that is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/judging.py"/>
        <source>Not checked: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/judging.py"/>
        <source>“{layer}” is no file of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockReportMaking</name>
    <message>
        <location filename="../foreshock/assess/making.py"/>
        <source>Choose another folder, or close the program that shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/making.py"/>
        <source>End its name with .html or .pdf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/making.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/making.py"/>
        <source>{path} is neither HTML nor PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/making.py"/>
        <source>{result}: {sentences}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockReportPdf</name>
    <message>
        <location filename="../foreshock/assess/report_pdf.py"/>
        <source>Choose another folder, or close the program that shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_pdf.py"/>
        <source>{path} cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockReportPictures</name>
    <message>
        <location filename="../foreshock/assess/report_pictures.py"/>
        <source>A picture cannot be drawn: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/report_pictures.py"/>
        <source>Check that QGIS shows the layer; then try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockReportSubject</name>
    <message>
        <location filename="../foreshock/assess/subject.py"/>
        <source>Check that its file still exists and is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/subject.py"/>
        <source>Choose the result of a simulation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/subject.py"/>
        <source>“{layer}” cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/assess/subject.py"/>
        <source>“{layer}” is no file of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockReportTask</name>
    <message>
        <location filename="../foreshock/gui/report_task.py"/>
        <source>Report: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/report_task.py"/>
        <source>The report cannot be made: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockRequestBar</name>
    <message>
        <location filename="../foreshock/gui/request_bar.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/request_bar.py"/>
        <source>Simulate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/request_bar.py"/>
        <source>{done} of {of} pictures. {progress}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/request_bar.py"/>
        <source>{layer}: {series}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/request_bar.py"/>
        <source>{name}: {progress}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockResultLayer</name>
    <message>
        <location filename="../foreshock/layers/result_layer.py"/>
        <source>It was written; try to add it by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/layers/result_layer.py"/>
        <source>QGIS cannot open the result {path}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockResultMenu</name>
    <message>
        <location filename="../foreshock/gui/result_menu.py"/>
        <source>Choose the result of a simulation in the layer panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/result_menu.py"/>
        <source>No simulated layer is chosen.</source>
        <translation type="unfinished"></translation>
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
    <name>ForeshockRetry</name>
    <message>
        <location filename="../foreshock/jobs/retry.py"/>
        <source>Put it back, or simulate on another layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/retry.py"/>
        <source>The raster of “{layer}” is not there any more: {path}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockRunner</name>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>Free some space on the disk of your QGIS profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>Its results did not come in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>Run it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The broker cannot be reached at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The broker is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The fleet could not be told; it finishes what it has begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The journal cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The request was called off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The result cannot be composed: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>The tiles cannot be sent: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>There is no result after {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>{count} requests under way, {tiles} tiles open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>{problem} Asking again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/runner.py"/>
        <source>{problem} Waiting for the broker; nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockScenarioChoice</name>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>Choose a scenario from the list, or write in {languages}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>Own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>Please write in {languages}: {model} reads nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>Spanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>all {count}, as a series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>flood the low streets up to the door sills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>{model} cannot read {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>{model} reads {languages} and cannot read {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>{scenario}, {count} grades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/scenario_choice.py"/>
        <source>{scenario}, {grade}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockService</name>
    <message>
        <location filename="../foreshock/jobs/service.py"/>
        <source>Free some space on the disk of your QGIS profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/service.py"/>
        <source>Its results did not come in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/service.py"/>
        <source>Run it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/service.py"/>
        <source>The journal cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/service.py"/>
        <source>There is no connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/service.py"/>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockSimulateDialog</name>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>1 model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Also on the other layer that is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Also on the {count} other layers that are selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Connect to a fleet first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Connected to {worker}: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Drawn at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Fleet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Leave missing map tiles as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>No model is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Quick look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Simulate damage — {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>The same with fewer steps: coarse, but soon there. This window stays open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>What happens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>{count} models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>{scenario} (quick look)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/simulate_dialog.py"/>
        <source>{width} × {height} px</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockStoredCredentials</name>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>Check the file (PKCS#12: .p12 or .pfx) and its password in QGIS's authentication settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>Choose credentials of one of these types: {types}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>Import it again under Settings → Options → Authentication → Manage Certificates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>Name a file that holds it in the environment variable QGIS_AUTH_PASSWORD_FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>QGIS holds no certificate for the stored credentials “{name}” any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>Store certificate and key as PEM files, the key with a password, and choose credentials of the type “{type}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>Stored credentials of the type “{type}” do not open a broker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>The client certificate {path} cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>The credentials “{name}” are locked by the master password of QGIS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>The key of the client certificate is of a kind that cannot be used without writing it to a file unencrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>The stored credentials cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/stored_credentials.py"/>
        <source>Unlock the authentication database, or choose other credentials, of one of these types: {types}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockStretch</name>
    <message>
        <location filename="../foreshock/core/stretch.py"/>
        <source>band {band} from {low} to {high} cannot be stretched</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockSubmit</name>
    <message>
        <location filename="../foreshock/jobs/sending.py"/>
        <source>Choose another area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/submit_task.py"/>
        <source>Simulate: sending {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/sending.py"/>
        <source>The chosen area holds nothing that may change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/submit_task.py"/>
        <source>The tiles cannot be sent: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockSwipe</name>
    <message>
        <location filename="../foreshock/gui/swipe_tool.py"/>
        <source>Drag the line between before and after; H lays it flat, V stands it up. Esc ends.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockTestPanel</name>
    <message>
        <location filename="../foreshock/gui/test_panel.py"/>
        <source>Copy diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/test_panel.py"/>
        <source>For the operator of the fleet. Passwords are not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/test_panel.py"/>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/gui/test_panel.py"/>
        <source>Testing…</source>
        <translation type="unfinished"></translation>
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
    <name>ForeshockTls</name>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>Check the CA file of the connection, and the authorities in QGIS's options.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>Check the certificate, its key (both in PEM form) and the key's password in QGIS's authentication settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>The client certificate {path} cannot be used: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>The trusted certificate authorities cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>an unknown day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>an unnamed authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>issued by {issuer}, valid until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/transport/tls.py"/>
        <source>of QGIS's store</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForeshockVerdict</name>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>A tile was not ready in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>A worker has failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>A worker's graphics card has no room for the tile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Ask for fewer steps or a smaller area, or run it again when the fleet has less to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Ask the operator of the fleet for the permission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Change that value, and run it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Change what the fleet names, or choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Choose a model with smaller tiles, or give fewer or smaller examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Choose another model, and run it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Choose another model, or ask the operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Choose another one, or none, and run it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>If it comes again, choose a model with smaller tiles, or tell the operator of the fleet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>If it comes again, tell the operator of the fleet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Plugin and fleet may be of different ages: update the plugin, or ask the operator of the fleet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Run it again: it may work now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Say it in a language that the model reads, or choose a scenario from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Something in this request is larger than the fleet takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>Tell the operator of the fleet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet and this plugin speak different versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet cannot read an image of this request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet cannot read what this plugin sends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet does not allow this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet does not have the chosen adapter any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet does not serve the chosen model any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet has given a tile up after several tries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The fleet refuses a value of this request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The model cannot do what was asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The model cannot read the instruction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The operator of the fleet has not accepted the licence of this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>The request was called off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>{fact} The fleet says: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/jobs/verdict.py"/>
        <source>{failed} of {tiles} tiles failed. {reason}</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>Choose another output folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>Is the disk full?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>Tell the plugin's authors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>The result cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>{path} cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>{path} does not lie on the source's grid after writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>{path} has {width} × {height} px after writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>{path} is the source of the simulation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../foreshock/imagery/writer.py"/>
        <source>{path} was not written whole: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
