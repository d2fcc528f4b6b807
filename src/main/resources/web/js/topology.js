/** Outlines from TopoJSON: shared borders are stored once, as steps on a grid. */

/** The rings of all polygons, as lists of [longitude, latitude]. */
export function rings(topology) {
  const arcs = topology.arcs.map((arc) => unpacked(arc, topology.transform));
  const shapes = topology.objects.countries.geometries;
  return shapes.flatMap((shape) => (shape.type === 'MultiPolygon' ? shape.arcs.flat() : shape.arcs ?? []))
    .map((ring) => ring.flatMap((arc, i) => oriented(arcs, arc).slice(i ? 1 : 0)));
}

function unpacked(arc, { scale, translate }) {
  let x = 0;
  let y = 0;
  return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
}

/** ~i stands for the arc i walked backwards. */
const oriented = (arcs, i) => (i < 0 ? [...arcs[~i]].reverse() : arcs[i]);
