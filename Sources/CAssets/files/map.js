// A map to move in, in place of the drawn plan, when it comes into view. Leaflet is asked for only then.
const frame = document.getElementById("carte-cadre");

function load(address) {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: address, onload: resolve, onerror: reject });
    document.head.append(script);
  });
}

/** The properties of a feature as a definition list; text only, so that no cell can become markup. */
function describe(properties) {
  const list = document.createElement("dl");
  list.className = "facts";
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === "") continue;
    const row = document.createElement("div");
    const term = document.createElement("dt");
    const description = document.createElement("dd");
    term.textContent = name;
    description.textContent = value;
    row.append(term, description);
    list.append(row);
  }
  return list;
}

let address = frame?.dataset.features;
let library = null;
let drawing = null;
let map = null;
let layer = null;

/** Asks for the rows that are somewhere; null when a newer question was asked meanwhile, or none can be had. */
async function places() {
  drawing?.abort();
  const own = (drawing = new AbortController());
  try {
    const answer = await fetch(address, { signal: own.signal });
    const features = answer.ok ? await answer.json() : null;
    return own.signal.aborted ? null : features;
  } catch {
    return null;
  }
}

function draw(features) {
  const L = globalThis.L;
  const accent = getComputedStyle(document.documentElement).getPropertyValue("--accent").trim();
  layer?.remove();
  layer = L.geoJSON(features, {
    style: { color: accent, weight: 2 },
    pointToLayer: (_, place) => L.circleMarker(place, { radius: 5, weight: 1, color: accent, fillOpacity: 0.5 }),
    onEachFeature: (feature, shape) => shape.bindPopup(() => describe(feature.properties)),
  }).addTo(map);
  if (features.features.length) map.fitBounds(layer.getBounds(), { padding: [20, 20], maxZoom: 17 });
}

async function show() {
  library ??= load(frame.dataset.leaflet);
  const [features] = await Promise.all([places(), library]);
  if (!features?.features.length) return;
  if (map) return draw(features);
  const L = globalThis.L;
  frame.replaceChildren();
  frame.classList.add("live");
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", frame.dataset.label);
  map = L.map(frame, { preferCanvas: true, zoomControl: false, scrollWheelZoom: false });
  map.attributionControl.setPrefix(false);
  L.control.zoom({ zoomInTitle: frame.dataset.zoomIn, zoomOutTitle: frame.dataset.zoomOut }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  if (frame.dataset.tiles) L.tileLayer(frame.dataset.tiles, { attribution: frame.dataset.attribution, maxZoom: 19 }).addTo(map);
  draw(features);
  // The wheel moves the page until one has clicked into the map.
  map.on("focus", () => map.scrollWheelZoom.enable());
  map.on("blur", () => map.scrollWheelZoom.disable());
}

/** Draws the rows that the table's filters leave, and says how many. */
async function follow() {
  const features = await places();
  if (!features) return;
  if (map) draw(features);
  else if (isSeen) await show();
  const count = document.getElementById("carte-compte");
  const number = features.features.length.toLocaleString(document.documentElement.lang);
  if (count) count.textContent = `${number} ${frame.dataset.drawn}`;
}

let isSeen = false;
if (frame?.dataset.leaflet) {
  new IntersectionObserver((entries, observer) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    isSeen = true;
    show();
  }, { rootMargin: "200px" }).observe(frame);

  document.addEventListener("places", (event) => {
    if (event.detail === address) return;
    address = event.detail;
    if (isSeen) follow();
  });
}
