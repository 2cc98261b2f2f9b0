internal import Reports

extension WhatIfPage {
  /// The behaviour of the page: live charts in the place of drawings, and the map of any day. Data
  /// reaches the page only as text, never as markup; where the program fails the drawings stay.
  static let program: HTMLText = #"""
    <script>
    'use strict';
    (() => {
      const study = JSON.parse(document.getElementById('study').textContent);
      const number = (value, decimals) => value.toLocaleString(study.locale,
        { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

      // Ends of intervals at the points of a sweep.
      const whiskers = {
        id: 'whiskers',
        afterDatasetsDraw(chart) {
          const c = chart.ctx;
          const { x, y } = chart.scales;
          for (const set of chart.data.datasets) {
            if (!set.ends) continue;
            c.save();
            c.strokeStyle = set.borderColor;
            c.lineWidth = 1.5;
            c.beginPath();
            for (const end of set.ends) {
              const [px, low, high] = [x.getPixelForValue(end.x), y.getPixelForValue(end.low),
                y.getPixelForValue(end.high)];
              c.moveTo(px, low); c.lineTo(px, high);
              c.moveTo(px - 4, low); c.lineTo(px + 4, low);
              c.moveTo(px - 4, high); c.lineTo(px + 4, high);
            }
            c.stroke();
            c.restore();
          }
        },
      };

      // Where a zone begins.
      const levels = {
        id: 'levels',
        beforeDatasetsDraw(chart) {
          const c = chart.ctx;
          const { left, right } = chart.chartArea;
          for (const level of chart.options.levels || []) {
            const y = chart.scales.y.getPixelForValue(level.value);
            c.save();
            c.strokeStyle = '#4d4d4d';
            c.setLineDash([2, 3]);
            c.beginPath(); c.moveTo(left, y); c.lineTo(right, y); c.stroke();
            c.restore();
          }
        },
        // Above the curves, with a rim that keeps it readable where they cross it.
        afterDatasetsDraw(chart) {
          const c = chart.ctx;
          for (const level of chart.options.levels || []) {
            const at = [chart.chartArea.left + 4, chart.scales.y.getPixelForValue(level.value) - 4];
            c.save();
            c.font = '12px ' + Chart.defaults.font.family;
            c.lineJoin = 'round';
            c.lineWidth = 4;
            c.strokeStyle = '#fff';
            c.strokeText(level.label, ...at);
            c.fillStyle = '#333a42';
            c.fillText(level.label, ...at);
            c.restore();
          }
        },
      };

      function datasets(chart) {
        const points = (values) => values.map((y, i) => ({ x: chart.places[i], y }));
        const many = Math.max(1, Math.floor(chart.places.length / 7));
        return chart.curves.flatMap((curve) => {
          const colour = study.colours[curve.style];
          const line = {
            label: curve.name, data: points(curve.mean), borderColor: colour,
            backgroundColor: colour, borderWidth: 2.2, borderDash: study.dashes[curve.style],
            pointStyle: study.markers[curve.style], pointHitRadius: 8, order: 1, curve,
            pointRadius: chart.places.map((_, i) =>
              chart.whiskers || i % many === Math.floor(many * (curve.style % 3) / 3) ? 4 : 0),
          };
          if (!curve.low.length) return [line];
          if (chart.whiskers) {
            line.ends = curve.low.map((low, i) =>
              ({ x: chart.places[i], low, high: curve.high[i] }));
            return [line];
          }
          const edge = { borderWidth: 0, pointRadius: 0, pointHitRadius: 0, order: 2, isBand: true };
          return [
            { ...edge, data: points(curve.high), fill: '+1', backgroundColor: colour + '2b' },
            { ...edge, data: points(curve.low), fill: false },
            line,
          ];
        });
      }

      function options(chart) {
        const labels = new Map(chart.ticks.map((tick) => [tick.value, tick.label]));
        return {
          animation: false, maintainAspectRatio: false, levels: chart.levels,
          interaction: { mode: 'index', intersect: false },
          plugins: {
            legend: { display: false },
            tooltip: {
              filter: (item) => !item.dataset.isBand,
              callbacks: {
                title: (items) => items.length ? chart.labels[items[0].dataIndex] : '',
                label: (item) => {
                  const curve = item.dataset.curve;
                  const i = item.dataIndex;
                  const mean = number(curve.mean[i], chart.decimals);
                  if (!curve.low.length || curve.low[i] === curve.high[i])
                    return `${curve.name}: ${mean}`;
                  return `${curve.name}: ${mean} (${number(curve.low[i], chart.decimals)}–`
                    + `${number(curve.high[i], chart.decimals)})`;
                },
              },
            },
          },
          scales: {
            x: {
              type: 'linear', min: chart.places[0], max: chart.places[chart.places.length - 1],
              afterBuildTicks: (axis) => {
                axis.ticks = chart.ticks.map((tick) => ({ value: tick.value }));
              },
              ticks: { callback: (value) => labels.get(value) ?? '', maxRotation: 0, autoSkip: true,
                autoSkipPadding: 8, color: '#333a42' },
              grid: { drawOnChartArea: false, color: '#8a949f' },
            },
            y: {
              min: chart.floor, max: chart.top, grid: { color: '#e1e5ea', drawBorder: false },
              ticks: { stepSize: chart.step, color: '#333a42',
                callback: (value) => Math.abs(value) < 1e6 ? number(value, chart.step % 1 ? 1 : 0)
                  : value.toLocaleString(study.locale, { notation: 'compact' }) },
            },
          },
        };
      }

      function draw(chart) {
        const plot = document.querySelector(`[data-chart="${chart.id}"]`);
        if (!plot) return;
        const room = document.createElement('div');
        room.className = 'live';
        const canvas = document.createElement('canvas');
        canvas.setAttribute('role', 'img');
        canvas.setAttribute('aria-label', plot.querySelector('svg').getAttribute('aria-label'));
        room.append(canvas);
        plot.append(room);
        plot.classList.add('is-live');
        try {
          new Chart(canvas, { type: 'line', data: { datasets: datasets(chart) },
            options: options(chart), plugins: [whiskers, levels] });
        } catch (error) {
          room.remove();
          plot.classList.remove('is-live');
          throw error;
        }
      }

      function startMap() {
        const slider = document.getElementById('map-day');
        if (!slider) return;
        const choice = document.getElementById('map-scenario');
        const date = document.getElementById('map-date');
        const zones = { r: 'red', y: 'yellow', g: 'green', '-': 'none' };
        const show = () => {
          const day = Number(slider.value);
          const scenario = study.map.scenarios[choice ? Number(choice.value) : 0];
          date.textContent = study.map.days[day];
          slider.setAttribute('aria-valuetext', study.map.days[day]);
          for (const land of document.querySelectorAll('[data-kecamatan]')) {
            const index = Number(land.dataset.kecamatan);
            const permille = scenario[index].permille[day];
            land.setAttribute('class', 'zone ' + zones[scenario[index].zones[day]]);
            land.querySelector('title').textContent =
              `${study.map.names[index]}: ${number(permille / 10, 1)} %`;
            document.querySelector(`[data-label="${index}"]`).textContent =
              String(Math.floor(permille / 10));
          }
        };
        slider.addEventListener('input', show);
        if (choice) choice.addEventListener('change', show);
        slider.closest('.controls').hidden = false;
        show();
      }

      if (typeof Chart === 'function') {
        Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
        study.charts.forEach(draw);
      }
      startMap();
    })();
    </script>
    """#
}
