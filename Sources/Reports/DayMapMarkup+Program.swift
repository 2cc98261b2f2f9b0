extension DayMapMarkup {
  /// The behaviour of the page. Data reaches the page only as text nodes, never as markup.
  static let program: HTMLText = #"""
    <script>
    'use strict';
    (() => {
      const day = JSON.parse(document.getElementById('day').textContent);
      const words = day.words;
      const screenColours = ['#56b4e9', '#e69f00', '#2bc79a', '#f0e442', '#e08fc0', '#ff7043',
        '#5b84ff', '#d8dee4'];
      const printColours = ['#3a93c8', '#c98600', '#00805d', '#8f8500', '#b45590', '#c04a00',
        '#0050b0', '#000000'];
      const dashes = [null, '9 6', '2 6'];
      const paper = { ground: '#ffffff', mark: '#ffffff', ink: '#000000', kecamatan: '#555555',
        desa: '#bbbbbb', roads: ['#b9bec4', '#cdd1d5', '#e0e3e6'] };
      const night = { ground: '#1d2126', mark: '#ffffff', ink: '#15181c', kecamatan: '#8a949f',
        desa: '#464e57', roads: ['#56616d', '#434c56', '#323940'] };
      let theme = night;
      let colours = screenColours;

      const element = (name, className, text) => {
        const made = document.createElement(name);
        if (className) made.className = className;
        if (text !== undefined) made.textContent = text;
        return made;
      };
      const figure = (number) => number.toLocaleString(words.locale);
      const clock = (minutes) => String(Math.floor(minutes / 60)).padStart(2, '0') + ':' +
        String(minutes % 60).padStart(2, '0');
      const sum = (counts) => counts.reduce((a, b) => a + b, 0);
      const counted = (count, one, many) => figure(count) + ' ' + (count === 1 ? one : many);
      // '3 cards · delivered', or '2 of 3 cards delivered, 1 returned' where they differ.
      const outcome = (cards) => {
        const all = sum(cards), many = counted(all, words.card, words.cards);
        const parts = [1, 4, 3, 2, 0].filter((status) => cards[status] > 0);
        if (parts.length === 1) return many + ' · ' + day.statuses[parts[0]];
        return parts.map((status, index) => figure(cards[status]) + ' ' +
          (index ? '' : words.of + ' ' + many + ' ') + day.statuses[status]).join(', ');
      };
      const pathOf = (steps) => {
        let latitude = 0, longitude = 0;
        const path = [];
        for (let i = 0; i + 1 < steps.length; i += 2) {
          latitude += steps[i];
          longitude += steps[i + 1];
          path.push([latitude / 1e5, longitude / 1e5]);
        }
        return path;
      };

      // Status is told by shape as well as by fill, so that it needs no colour.
      L.Canvas.include({
        _updateStop(layer) {
          if (!this._drawing || !layer.visible || layer._empty()) return;
          const { x, y } = layer._point, r = layer._radius, context = this._ctx;
          const { status, number, colour, mixed } = layer.stop;
          const light = status >= 2;
          context.globalAlpha = layer.options.opacity;
          context.beginPath();
          if (status === 3) context.rect(x - r, y - r, 2 * r, 2 * r);
          else if (status === 4) {
            context.moveTo(x, y - 1.2 * r);
            context.lineTo(x + 1.2 * r, y + r);
            context.lineTo(x - 1.2 * r, y + r);
            context.closePath();
          } else context.arc(x, y, r, 0, 2 * Math.PI);
          context.fillStyle = light ? theme.mark : status === 1 ? colour() : theme.ground;
          context.fill();
          if (mixed) {
            context.fillStyle = colour();
            if (status === 3) context.fillRect(x - r, y, 2 * r, r);
            else {
              const half = new Path2D();
              half.arc(x, y, r, 0, Math.PI);
              context.fill(half);
            }
          }
          context.lineWidth = Math.max(1.2, r / 5);
          context.strokeStyle = status === 1 ? theme.ink : colour();
          context.stroke();
          if (status === 2) {
            const arm = r * 0.62;
            context.beginPath();
            context.moveTo(x - arm, y - arm);
            context.lineTo(x + arm, y + arm);
            context.moveTo(x + arm, y - arm);
            context.lineTo(x - arm, y + arm);
            context.strokeStyle = '#c00000';
            context.lineWidth = Math.max(1.4, r / 4);
            context.stroke();
          } else if (r >= 9) {
            context.fillStyle = light || mixed || status === 1 ? '#000' : colour();
            context.font = '600 ' + Math.round(r * (number > 99 ? 0.85 : 1.05)) + 'px sans-serif';
            context.textAlign = 'center';
            context.textBaseline = 'middle';
            context.fillText(number, x, y + 0.5);
          }
          context.globalAlpha = 1;
        },
        _updateBase(layer) {
          if (!this._drawing || !layer.visible || layer._empty()) return;
          const { x, y } = layer._point, r = layer._radius, context = this._ctx;
          context.globalAlpha = layer.options.opacity;
          context.beginPath();
          context.moveTo(x, y - r);
          context.lineTo(x + r, y);
          context.lineTo(x, y + r);
          context.lineTo(x - r, y);
          context.closePath();
          context.fillStyle = theme.mark;
          context.strokeStyle = theme.ink;
          context.lineWidth = 2;
          context.fill();
          context.stroke();
          context.globalAlpha = 1;
        },
      });
      const StopMark = L.CircleMarker.extend({
        _updatePath() { this._renderer._updateStop(this); },
      });
      const BaseMark = L.CircleMarker.extend({
        _updatePath() { this._renderer._updateBase(this); },
      });

      const renderer = L.canvas();
      const map = L.map('map', { preferCanvas: true, renderer, attributionControl: false,
        zoomControl: false, maxZoom: 19, minZoom: 4, zoomSnap: 0.25 });
      L.control.zoom({ position: 'topright' }).addTo(map);
      L.control.scale({ imperial: false, position: 'bottomright' }).addTo(map);
      map.setView([-2.5, 118], 5);
      map.createPane('labels').classList.add('labels');
      const labels = [];

      const outlines = day.regions.slice().sort((a, b) => b.level - a.level).map((region) => {
        const shape = L.polygon(region.polygons.map((rings) => rings.map(pathOf)), {
          interactive: false, fill: false, weight: region.level === 4 ? 0.8 : 1.8,
          dashArray: day.sketch ? (region.level === 4 ? '2 4' : '7 4') : null });
        shape.region = region;
        shape.addTo(map);
        if (region.polygons.length) labels.push(labelOf(region, shape));
        return shape;
      });
      labels.sort((a, b) => a.region.level - b.region.level || b.size - a.size);

      function labelOf(region, shape) {
        const text = element('span', '', region.name);
        const icon = L.divIcon({ className: region.level === 4 ? 'name desa' : 'name', html: text,
          iconSize: [0, 0] });
        const bounds = shape.getBounds();
        L.marker(bounds.getCenter(), { icon, pane: 'labels', interactive: false, keyboard: false })
          .addTo(map);
        return { region, text, place: bounds.getCenter(),
          size: bounds.getNorthWest().distanceTo(bounds.getSouthEast()) };
      }

      // Names that would cover each other give way: desa to kecamatan, then the smaller region. The
      // chosen kecamatan is named in the panel already, so its desa get the room.
      function declutter() {
        const chosen = kecamatanList.value, zoom = map.getZoom();
        const isOwn = ({ region }) => chosen !== '' && region.code.startsWith(chosen + '.');
        const taken = [];
        for (const label of [...labels.filter(isOwn), ...labels.filter((label) => !isOwn(label))]) {
          const { region, text, place } = label;
          const isWanted = region.level === 4 ? isOwn(label) || zoom >= 14 : region.code !== chosen;
          const { x, y } = map.latLngToContainerPoint(place);
          const width = text.offsetWidth / 2 + 3, height = text.offsetHeight / 2;
          const isFree = taken.every((box) => Math.abs(x - box.x) >= width + box.width ||
            Math.abs(y - box.y) >= height + box.height);
          text.style.visibility = isWanted && isFree ? 'visible' : 'hidden';
          if (isWanted && isFree) taken.push({ x, y, width, height });
        }
      }

      // A road list goes on from the last place of the road before: small steps are short numbers.
      const roadPaths = (list) => {
        const paths = [];
        let latitude = 0, longitude = 0;
        for (let i = 0; i < list.length;) {
          const path = [];
          for (let left = list[i++]; left > 0; left -= 1, i += 2) {
            latitude += list[i];
            longitude += list[i + 1];
            path.push([latitude / 1e5, longitude / 1e5]);
          }
          paths.push(path);
        }
        return paths;
      };
      const roads = day.roads.map((list, rank) => L.polyline(roadPaths(list), {
        interactive: false, rank, smoothFactor: 1.2 }));
      // The smallest first, so that larger roads lie over them.
      for (const road of roads.slice().reverse()) road.addTo(map);

      const nameOf = (code) => {
        if (code === null) return words.across;
        const region = day.regions.find((region) => region.code === code);
        return region ? region.name : code;
      };
      const runs = day.runs.map((source) => {
        const run = { id: source.id, courier: source.courier, kecamatan: source.kecamatan,
          style: source.style, stops: [], cards: day.statuses.map(() => 0), shown: true };
        run.colour = () => colours[run.style % 8];
        let [latitude, longitude] = source.base;
        const base = [latitude / 1e5, longitude / 1e5];
        const fields = 5 + day.statuses.length;
        for (let i = 0; i + fields <= source.stops.length; i += fields) {
          const [number, north, east, minute, status, ...cards] =
            source.stops.slice(i, i + fields);
          latitude += north;
          longitude += east;
          const mixed = status !== 1 && status !== 4 && cards[1] > 0;
          run.stops.push({ run, number, minute, status, cards, mixed, colour: run.colour,
            place: [latitude / 1e5, longitude / 1e5] });
          run.cards = run.cards.map((count, status) => count + cards[status]);
        }
        const places = run.stops.map((stop) => stop.place);
        const legs = (source.legs || []).map(pathOf);
        const ends = !places.length ? [] : legs.length ? [legs[0], legs.at(-1)] :
          [[base, places[0]], [places.at(-1), base]];
        run.line = L.polyline(!places.length ? [base] : legs.length > 2 ? legs.slice(1, -1) :
          places,
          { weight: 2.5, dashArray: dashes[Math.floor(run.style / 8)], smoothFactor: 0.6 });
        // The ways from and to the base cross everything else, so they stay in the background.
        run.legs = L.polyline(ends, { weight: 1, interactive: false });
        run.bounds = L.latLngBounds(places.length ? places : [base]);
        run.line.on('click', () => select(run));
        run.home = new BaseMark(base, { radius: 6, opacity: 1, fill: true });
        run.home.bindPopup(() => details(words.base, [run.id, run.courier]));
        run.marks = run.stops.map((stop) => {
          const mark = new StopMark(stop.place, { radius: 4, opacity: 1, fill: true });
          mark.stop = stop;
          mark.bindPopup(() => details(words.stop + ' ' + stop.number + ' · ' + clock(stop.minute),
            [outcome(stop.cards), run.id + ' · ' + run.courier, nameOf(run.kecamatan)]));
          return mark;
        });
        return run;
      });
      for (const run of runs) run.legs.addTo(map);
      for (const run of runs) run.line.addTo(map);
      for (const run of runs) for (const mark of [...run.marks, run.home]) mark.addTo(map);

      function details(title, lines) {
        const box = element('div', 'details');
        box.append(element('b', '', title));
        for (const line of lines) box.append(element('span', '', line));
        return box;
      }

      const shownStatuses = new Set(day.statuses.keys());
      let selected = null;

      // Everything stays on the map and is drawn or passed over: adding and removing thousands of
      // marks at every key of the search would be felt.
      function draw() {
        for (const run of runs) {
          const isSelected = run === selected, isFaint = selected && !isSelected;
          Object.assign(run.line.options, { stroke: run.shown, interactive: run.shown,
            color: run.colour(), opacity: isFaint ? 0.15 : 0.9, weight: isSelected ? 4 : 2.5 });
          Object.assign(run.legs.options, { stroke: run.shown, color: run.colour(),
            opacity: isSelected ? 1 : isFaint ? 0.08 : 0.3, weight: isSelected ? 2 : 1 });
          for (const mark of run.marks) {
            show(mark, run.shown && mark.stop.cards.some((count, status) =>
              count > 0 && shownStatuses.has(status)), isFaint);
          }
          show(run.home, run.shown, isFaint);
        }
        if (selected) {
          for (const layer of [selected.legs, selected.line, ...selected.marks, selected.home]) {
            layer.bringToFront();
          }
        }
        for (const { options, region } of outlines) {
          options.color = region.level === 4 ? theme.desa : theme.kecamatan;
        }
        for (const { options } of roads) options.color = theme.roads[options.rank];
        resize();
      }

      function show(mark, isVisible, isFaint) {
        mark.visible = isVisible;
        mark.options.interactive = isVisible;
        mark.options.opacity = isFaint ? 0.15 : 1;
      }

      function resize() {
        const zoom = map.getZoom();
        const radius = zoom < 11 ? 2 : zoom < 13 ? 3 : zoom < 14 ? 4 : zoom < 15 ? 5.5 :
          zoom < 16 ? 8 : 11;
        // Streets are drawn where one looks closely; from afar they would only be a haze.
        for (const { options } of roads) {
          options.stroke = zoom >= [0, 11.5, 13.5][options.rank];
          options.weight = Math.max(0.5, (zoom - 9) * [0.45, 0.3, 0.2][options.rank]);
        }
        for (const run of runs) {
          for (const mark of run.marks) {
            mark._radius = radius;
            mark._updateBounds();
          }
        }
        declutter();
        if (map.hasLayer(renderer)) renderer._redraw();
      }

      function select(run) {
        selected = selected === run ? null : run;
        for (const item of runList.children) {
          item.firstChild.setAttribute('aria-pressed', String(item.run === selected));
        }
        if (selected) {
          map.fitBounds(selected.bounds, { padding: [40, 40], maxZoom: 16 });
          if (narrow.matches) openPanel(false);
        }
        draw();
      }

      const runList = document.getElementById('runs');
      const kecamatanList = document.getElementById('kecamatan');
      const search = document.getElementById('search');

      function swatch(run) {
        const space = 'http://www.w3.org/2000/svg';
        const drawing = document.createElementNS(space, 'svg');
        const line = document.createElementNS(space, 'line');
        drawing.setAttribute('viewBox', '0 0 28 10');
        drawing.setAttribute('aria-hidden', 'true');
        for (const [key, value] of [['x1', 1], ['x2', 27], ['y1', 5], ['y2', 5],
          ['stroke', run.colour()], ['stroke-width', 3],
          ['stroke-dasharray', dashes[Math.floor(run.style / 8)] || 'none']]) {
          line.setAttribute(key, value);
        }
        drawing.append(line);
        return drawing;
      }

      function list() {
        runList.replaceChildren();
        const shown = runs.filter((run) => run.shown);
        for (const run of shown) {
          const item = element('li'), button = element('button');
          button.type = 'button';
          button.setAttribute('aria-pressed', String(run === selected));
          button.append(swatch(run), element('b', '', run.id), element('span', '', run.courier),
            element('i', '', figure(run.cards[1]) + ' / ' + figure(sum(run.cards))));
          button.title = outcome(run.cards);
          button.addEventListener('click', () => select(run));
          item.run = run;
          item.append(button);
          runList.append(item);
        }
        if (!shown.length) runList.append(element('li', 'nothing', words.nothing));
      }

      function total() {
        const shown = runs.filter((run) => run.shown);
        const cards = day.statuses.map((name, status) => sum(shown.map((run) => run.cards[status])));
        const stops = sum(shown.map((run) => run.stops.length));
        const bar = document.getElementById('bar');
        bar.replaceChildren();
        day.statuses.forEach((name, status) => {
          const part = element('i', 'status' + status);
          part.style.flexGrow = cards[status];
          bar.append(part);
          counts[status].textContent = figure(cards[status]);
        });
        bar.setAttribute('aria-label',
          day.statuses.map((name, status) => name + ' ' + cards[status]).join(', '));
        document.getElementById('sums').textContent = [
          counted(sum(cards), words.card, words.cards), counted(stops, words.oneStop, words.stops),
          counted(shown.length, words.run, words.runs)].join(' · ');
      }

      function filter() {
        const wanted = search.value.trim().toUpperCase();
        const kecamatan = kecamatanList.value;
        for (const run of runs) {
          run.shown = (!kecamatan || String(run.kecamatan) === kecamatan) &&
            (run.id.includes(wanted) || run.courier.includes(wanted));
        }
        if (selected && !selected.shown) selected = null;
        map.closePopup();
        list();
        total();
        draw();
      }

      function fit(animate = true) {
        const code = kecamatanList.value;
        const chosen = outlines.filter((outline) => outline.region.code === code);
        const layers = chosen.length ? chosen : runs.filter((run) => run.shown)
          .map((run) => run.line);
        const bounds = L.latLngBounds([]);
        for (const layer of layers.length ? layers : outlines) bounds.extend(layer.getBounds());
        const covered = narrow.matches ? document.getElementById('panel').offsetHeight : 0;
        if (bounds.isValid()) {
          map.fitBounds(bounds, { paddingTopLeft: [24, 24], maxZoom: 17, animate,
            paddingBottomRight: [24, 24 + covered] });
        }
      }

      const counts = day.statuses.map((name, status) => {
        const item = element('li'), button = element('button'), count = element('b');
        button.type = 'button';
        button.setAttribute('aria-pressed', 'true');
        const label = element('div');
        label.append(count, element('span', '', name));
        button.append(element('i', 'mark status' + status), label);
        button.addEventListener('click', () => {
          if (!shownStatuses.delete(status)) shownStatuses.add(status);
          button.setAttribute('aria-pressed', String(shownStatuses.has(status)));
          draw();
        });
        item.append(button);
        // A day without a held card need not explain one.
        item.hidden = !runs.some((run) => run.cards[status] > 0);
        document.getElementById('statuses').append(item);
        return count;
      });

      document.getElementById('mixed').hidden =
        !runs.some((run) => run.stops.some((stop) => stop.mixed));

      kecamatanList.append(new Option(words.all, ''));
      for (const code of new Set(runs.map((run) => run.kecamatan))) {
        kecamatanList.append(new Option(nameOf(code), String(code)));
      }
      kecamatanList.addEventListener('change', () => { filter(); fit(); });
      search.addEventListener('input', filter);
      map.on('zoomend', resize);

      const narrow = window.matchMedia('(max-width: 720px)');
      const toggle = document.getElementById('toggle');
      function openPanel(isOpen) {
        document.body.classList.toggle('closed', !isOpen);
        toggle.setAttribute('aria-expanded', String(isOpen));
        map.invalidateSize({ animate: false });
      }
      toggle.addEventListener('click', () =>
        openPanel(document.body.classList.contains('closed')));

      function dress(isPaper) {
        theme = isPaper ? paper : night;
        colours = isPaper ? printColours : screenColours;
        document.body.classList.toggle('paper', isPaper);
        map.closePopup();
        map.invalidateSize({ animate: false });
        list();
        fit(false);
        draw();
      }
      window.addEventListener('beforeprint', () => dress(true));
      window.addEventListener('afterprint', () => dress(false));

      openPanel(!narrow.matches);
      filter();
      fit();
      // A link may name a run: map.html#R-20170727-1-042
      const linked = runs.find((run) => '#' + run.id === location.hash);
      if (linked) select(linked);
    })();
    </script>
    """#
}
