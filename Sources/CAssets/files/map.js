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

async function show() {
  const [answer] = await Promise.all([fetch(frame.dataset.features), load(frame.dataset.leaflet)]);
  if (!answer.ok) return;
  const features = await answer.json();
  if (!features.features.length) return;
  const L = globalThis.L;
  const style = getComputedStyle(document.documentElement);
  const accent = style.getPropertyValue("--accent").trim();
  frame.replaceChildren();
  frame.classList.add("live");
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", frame.dataset.label);
  const map = L.map(frame, { preferCanvas: true, zoomControl: false, scrollWheelZoom: false });
  map.attributionControl.setPrefix(false);
  L.control.zoom({ zoomInTitle: frame.dataset.zoomIn, zoomOutTitle: frame.dataset.zoomOut }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  if (frame.dataset.tiles) L.tileLayer(frame.dataset.tiles, { attribution: frame.dataset.attribution, maxZoom: 19 }).addTo(map);
  const layer = L.geoJSON(features, {
    style: { color: accent, weight: 2 },
    pointToLayer: (_, place) => L.circleMarker(place, { radius: 5, weight: 1, color: accent, fillOpacity: 0.5 }),
    onEachFeature: (feature, shape) => shape.bindPopup(() => describe(feature.properties)),
  }).addTo(map);
  map.fitBounds(layer.getBounds(), { padding: [20, 20], maxZoom: 17 });
  // The wheel moves the page until one has clicked into the map.
  map.on("focus", () => map.scrollWheelZoom.enable());
  map.on("blur", () => map.scrollWheelZoom.disable());
}

if (frame?.dataset.leaflet) {
  new IntersectionObserver((entries, observer) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    show();
  }, { rootMargin: "200px" }).observe(frame);
}
