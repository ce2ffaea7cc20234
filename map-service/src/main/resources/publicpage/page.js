/*
 * Adds to a page that works without it: the map can be moved and enlarged, an area is chosen on the map or in the table,
 * the table can be searched and sorted. A classic script, so that the page also works from a plain folder.
 */
(function () {
  'use strict';
  var one = function (id) { return document.getElementById(id); };
  var table = one('table');
  if (!one('map') || !table) {
    return;
  }
  var NS = 'http://www.w3.org/2000/svg';
  var MOST = 24;
  var MANY = 400;
  var head = table.tHead.rows[0];
  var body = table.tBodies[0];
  var rows = Array.prototype.slice.call(body.rows);

  /* ---- moving and enlarging ---- */

  /**
   * A drawing in its frame: the whole map, or the part of it that is enlarged beside it.
   * id is what ends the ids of its elements.
   */
  function drawing(id) {
    var svg = one('map' + id);
    var frame = one('frame' + id);
    var zoom = one('zoom' + id);
    var areas = one('areas' + id);
    var box = svg.viewBox.baseVal;
    var metres = Number(svg.getAttribute('data-metres'));
    var view = { x: 0, y: 0, size: 1 };
    var width = 800;
    /* from the units of the areas to those of this drawing */
    var moved = areas.transform.baseVal.consolidate();
    var within = moved ? moved.matrix : { a: 1, e: 0, f: 0 };

    function ground() {
      return one('ground' + id).transform.baseVal.consolidate().matrix.a;
    }

    function scaleBar() {
      var most = (metres * 1000) / 6 / view.size;
      var power = Math.pow(10, Math.floor(Math.log10(most)));
      var leading = most / power;
      var length = power * (leading >= 5 ? 5 : leading >= 2 ? 2 : 1);
      var bar = one('scale' + id);
      var long = (length / metres) * view.size;
      bar.querySelector('path').setAttribute('d', 'M0-7V0H' + long.toFixed(1) + 'V-7');
      bar.querySelector('rect').setAttribute('width', (Math.max(60, long) + 16).toFixed(1));
      bar.querySelector('text').textContent = length >= 1000 ? length / 1000 + ' km' : length + ' m';
    }

    function patterns(k) {
      var unit = ground() * within.a;
      svg.querySelectorAll('.pattern').forEach(function (pattern) {
        pattern.setAttribute('patternTransform', 'scale(' + k / unit + ')');
      });
    }

    function labels(k) {
      svg.classList.toggle('words', k <= 1.45);
      svg.classList.toggle('wordless', k > 1.45);
    }

    function show() {
      view.x = Math.min(0, Math.max(box.width * (1 - view.size), view.x));
      view.y = Math.min(0, Math.max(box.height * (1 - view.size), view.y));
      zoom.setAttribute('transform', 'translate(' + view.x + ' ' + view.y + ') scale(' + view.size + ')');
      var k = Math.min(2.4, Math.max(1, (box.width * 0.78) / width));
      svg.style.setProperty('--k', k / view.size);
      one('scale' + id).style.setProperty('--k', k);
      patterns(k / view.size);
      labels(k / view.size);
      svg.classList.toggle('near', view.size > 1.9);
      frame.classList.toggle('near', view.size > 1.01);
      one('in' + id).disabled = view.size >= MOST;
      one('out' + id).disabled = view.size <= 1;
      scaleBar();
    }

    /** Asked when the browser has laid the page out anyway, so that it need not do so twice. */
    function measured(entries) {
      var seen = entries[0].contentRect;
      width = Math.min(seen.width, (seen.height * box.width) / box.height) || width;
      show();
    }

    /** Changes the size around a point of the drawing. */
    function grow(factor, x, y) {
      var before = view.size;
      view.size = Math.min(MOST, Math.max(1, view.size * factor));
      var by = view.size / before;
      view.x = x - (x - view.x) * by;
      view.y = y - (y - view.y) * by;
      show();
    }

    function middle(factor) {
      grow(factor, box.width / 2, box.height / 2);
    }

    function whole() {
      view = { x: 0, y: 0, size: 1 };
      show();
    }

    function place(event) {
      var point = svg.createSVGPoint();
      point.x = event.clientX;
      point.y = event.clientY;
      return point.matrixTransform(svg.getScreenCTM().inverse());
    }

    function keys(event) {
      var step = box.width / 10;
      var moves = { ArrowLeft: [step, 0], ArrowRight: [-step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] };
      if (event.ctrlKey || event.metaKey || event.altKey || event.target !== frame) {
        return;
      }
      if (moves[event.key] && view.size > 1) {
        view.x += moves[event.key][0];
        view.y += moves[event.key][1];
        show();
      } else if (event.key === '+' || event.key === '=') {
        middle(1.5);
      } else if (event.key === '-') {
        middle(1 / 1.5);
      } else if (event.key === '0') {
        whole();
      } else {
        return;
      }
      event.preventDefault();
    }

    function dragging() {
      var held = {};
      var moved = false;
      var spread = function () {
        var ids = Object.keys(held);
        return ids.length < 2 ? 0 : Math.hypot(held[ids[0]].x - held[ids[1]].x, held[ids[0]].y - held[ids[1]].y);
      };
      svg.addEventListener('pointerdown', function (event) {
        held[event.pointerId] = place(event);
        moved = false;
      });
      svg.addEventListener('pointermove', function (event) {
        var from = held[event.pointerId];
        if (!from || (event.pointerType === 'touch' && view.size <= 1.01)) {
          return;
        }
        var before = spread();
        var at = place(event);
        if (!moved && Math.hypot(at.x - from.x, at.y - from.y) < 4) {
          return;
        }
        if (!moved) {
          svg.setPointerCapture(event.pointerId);
        }
        moved = true;
        frame.classList.add('moving');
        held[event.pointerId] = at;
        if (before) {
          grow(spread() / before, at.x, at.y);
        } else {
          view.x += at.x - from.x;
          view.y += at.y - from.y;
          show();
        }
      });
      ['pointerup', 'pointercancel', 'pointerleave'].forEach(function (kind) {
        svg.addEventListener(kind, function (event) {
          delete held[event.pointerId];
          frame.classList.remove('moving');
        });
      });
      svg.addEventListener('wheel', function (event) {
        if (event.ctrlKey || event.metaKey) {
          var at = place(event);
          grow(event.deltaY < 0 ? 1.2 : 1 / 1.2, at.x, at.y);
          event.preventDefault();
        }
      }, { passive: false });
      svg.addEventListener('dblclick', function (event) {
        var at = place(event);
        grow(2, at.x, at.y);
      });
      return function () { return moved; };
    }

    function outline(kind) {
      var path = document.createElementNS(NS, 'path');
      path.setAttribute('class', kind);
      if (areas.hasAttribute('transform')) {
        path.setAttribute('transform', areas.getAttribute('transform'));
      }
      one('ground' + id).appendChild(path);
      return path;
    }

    var edge = outline('sel-edge');
    var line = outline('sel');

    function trace(path) {
      edge.setAttribute('d', path);
      line.setAttribute('d', path);
    }

    /** Moves the map when the area lies outside what is shown, and enlarges it when the area is too small to see. */
    function seek(area) {
      var inner = area.getBBox();
      var unit = ground();
      var side = Math.max(inner.width, inner.height) * within.a * unit;
      var x = ((inner.x + inner.width / 2) * within.a + within.e) * unit;
      var y = ((inner.y + inner.height / 2) * within.a + within.f) * unit;
      if (side * view.size < 30) {
        view.size = Math.min(MOST, Math.max(view.size, 60 / side));
      }
      var left = x * view.size + view.x;
      var top = y * view.size + view.y;
      if (view.size > 1 && (left < 0 || top < 0 || left > box.width || top > box.height || side * view.size <= 60.5)) {
        view.x = box.width / 2 - x * view.size;
        view.y = box.height / 2 - y * view.size;
      }
      show();
    }

    /** True when all of an area lies in this drawing. */
    function holds(area) {
      var inner = area.getBBox();
      var far = function (from, long, shift) { return ((from + long) * within.a + shift) * ground(); };
      return far(inner.x, 0, within.e) >= 0 && far(inner.y, 0, within.f) >= 0 &&
        far(inner.x, inner.width, within.e) <= box.width && far(inner.y, inner.height, within.f) <= box.height;
    }

    frame.tabIndex = 0;
    frame.setAttribute('role', 'group');
    frame.setAttribute('aria-label', frame.getAttribute('data-label'));
    frame.classList.add('pannable');
    one('tools' + id).hidden = false;
    one('in' + id).addEventListener('click', function () { middle(1.5); });
    one('out' + id).addEventListener('click', function () { middle(1 / 1.5); });
    one('whole' + id).addEventListener('click', whole);
    frame.addEventListener('keydown', keys);
    var dragged = dragging();
    new ResizeObserver(measured).observe(svg);
    show();
    return { frame: frame, areas: areas, dragged: dragged, trace: trace, seek: seek, holds: holds, whole: whole };
  }

  /* ---- areas ---- */

  /* the enlarged part first: an area that lies in it is looked for there */
  var drawings = (one('map2') ? ['2', ''] : ['']).map(drawing);
  var looked = drawings[drawings.length - 1];
  var chosen = null;
  var traced = null;

  function areaOf(row) {
    return one('m' + row.id.slice(1));
  }

  /** The row of what is pointed at: an area, or one that is used once more; null beside them. */
  function rowOf(area) {
    var name = area.id || (area.getAttribute('href') || '').slice(1);
    return /^m\d+$/.test(name) ? one('r' + name.slice(1)) : null;
  }

  function trace(row) {
    var area = row && areaOf(row);
    var path = area ? area.getAttribute('d') : '';
    drawings.forEach(function (each) { each.trace(path); });
    if (traced) {
      traced.classList.remove('on');
    }
    traced = row;
    if (row) {
      row.classList.add('on');
    }
  }

  function fact(name, value) {
    var part = document.createElement('div');
    var term = document.createElement('dt');
    var text = document.createElement('dd');
    term.textContent = name;
    text.textContent = value;
    part.appendChild(term);
    part.appendChild(text);
    one('about-facts').appendChild(part);
  }

  function about(row) {
    one('pick').hidden = Boolean(row);
    one('about').hidden = !row;
    if (!row) {
      return;
    }
    one('about-name').textContent = row.cells[0].textContent.trim();
    one('about-facts').textContent = '';
    for (var i = 1; i < row.cells.length; i++) {
      fact(head.cells[i].textContent.trim(), row.cells[i].textContent.trim());
    }
    one('about-row').setAttribute('href', '#' + row.id);
  }

  function choose(row) {
    if (chosen) {
      chosen.classList.remove('chosen-row');
    }
    chosen = row;
    if (row) {
      row.classList.add('chosen-row');
    }
    trace(row);
    about(row);
  }

  function fromTable(event) {
    var link = event.target.closest('tbody a');
    if (!link) {
      return;
    }
    event.preventDefault();
    var row = link.closest('tr');
    var area = areaOf(row);
    looked = drawings.filter(function (each) { return each.holds(area); })[0] || drawings[drawings.length - 1];
    looked.seek(area);
    choose(row);
    one('about').focus({ preventScroll: true });
    looked.frame.scrollIntoView({ block: 'nearest' });
    var panel = one('about').getBoundingClientRect();
    if (panel.bottom > window.innerHeight || panel.top < 0) {
      one('about').scrollIntoView({ block: 'center' });
    }
  }

  function backToRow(event) {
    event.preventDefault();
    one('find').value = '';
    search();
    var fold = table.closest('details');
    if (fold) {
      fold.open = true;
    }
    chosen.scrollIntoView({ block: 'center' });
    chosen.cells[0].querySelector('a').focus({ preventScroll: true });
  }

  function close() {
    var row = chosen;
    choose(null);
    if (row) {
      looked.frame.focus({ preventScroll: true });
    }
  }

  /** Gives rows their names and links, some at a time: with many areas nobody shall wait for it. */
  function links(from) {
    var to = Math.min(rows.length, from + 80);
    for (var i = from; i < to; i++) {
      var cell = rows[i].cells[0];
      if (!cell.querySelector('a')) {
        var link = document.createElement('a');
        link.href = '#m' + (i + 1);
        link.textContent = cell.textContent.trim();
        cell.textContent = '';
        cell.appendChild(link);
      }
    }
    if (to < rows.length) {
      setTimeout(links, 30, to);
    }
  }

  function linked() {
    rows.forEach(function (row, index) { row.id = 'r' + (index + 1); });
    if (rows.length > MANY) {
      links(0);
    }
    var hover = function (event) {
      var row = event.target.closest('tbody tr');
      trace(row || chosen);
    };
    ['mouseover', 'focusin'].forEach(function (kind) { body.addEventListener(kind, hover); });
    ['mouseleave', 'focusout'].forEach(function (kind) {
      body.addEventListener(kind, function () { trace(chosen); });
    });
    table.addEventListener('click', fromTable);
    drawings.forEach(function (each) {
      each.areas.addEventListener('mouseover', function (event) { trace(rowOf(event.target) || chosen); });
      each.areas.addEventListener('mouseleave', function () { trace(chosen); });
      each.areas.addEventListener('click', function (event) {
        var row = rowOf(event.target);
        if (row && !each.dragged()) {
          looked = each;
          choose(row);
        }
      });
    });
    one('about-row').addEventListener('click', backToRow);
    one('about-close').addEventListener('click', close);
    one('about').addEventListener('keydown', function (event) {
      if (event.key === 'Escape') {
        close();
      }
    });
  }

  /* ---- the table ---- */

  var order = { few: 0, 'få': 0, '5–9': 1, '10–19': 2, '20–49': 3, '50+': 4 };

  function value(row, column) {
    var text = row.cells[column].textContent.trim();
    if (column === 0) {
      return text;
    }
    return column === 1 ? parseInt(text, 10) || 0 : order[text] || 0;
  }

  function sort(column, button) {
    var cell = head.cells[column];
    var up = cell.getAttribute('aria-sort') !== 'ascending';
    var words = new Intl.Collator(document.documentElement.lang, { numeric: true });
    var sorted = rows.slice().sort(function (a, b) {
      var one = value(a, column);
      var other = value(b, column);
      var by = column === 0 ? words.compare(one, other) : one - other;
      return (up ? by : -by) || rows.indexOf(a) - rows.indexOf(b);
    });
    Array.prototype.forEach.call(head.cells, function (each) { each.removeAttribute('aria-sort'); });
    cell.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    var all = document.createDocumentFragment();
    sorted.forEach(function (row) { all.appendChild(row); });
    body.appendChild(all);
    button.focus();
  }

  /** Buttons are not printed in the heads of later pages, so paper gets words alone. */
  function heads(plain) {
    Array.prototype.forEach.call(head.cells, function (cell, column) {
      var name = cell.textContent.trim();
      cell.textContent = plain ? name : '';
      if (!plain) {
        var button = document.createElement('button');
        button.type = 'button';
        button.textContent = name;
        cell.appendChild(button);
        button.addEventListener('click', function () { sort(column, button); });
      }
    });
  }

  function sortable() {
    heads(false);
    window.addEventListener('beforeprint', function () { heads(true); drawings.forEach(function (each) { each.whole(); }); });
    window.addEventListener('afterprint', function () { heads(false); });
    rows.forEach(function (row) {
      for (var i = 2; rows.length <= MANY && i < row.cells.length; i++) {
        row.cells[i].setAttribute('data-k', order[row.cells[i].textContent.trim()] || 0);
      }
    });
  }

  function search() {
    var wanted = one('find').value.trim().toLocaleLowerCase();
    var found = 0;
    rows.forEach(function (row) {
      var hit = row.cells[0].textContent.toLocaleLowerCase().indexOf(wanted) >= 0;
      row.hidden = !hit;
      found += hit ? 1 : 0;
    });
    var words = one('found').getAttribute('data-text');
    one('found').textContent = wanted ? words.replace('{0}', found).replace('{1}', rows.length) : '';
  }

  /* ---- begin ---- */

  one('chosen').hidden = false;
  one('search').hidden = false;
  one('find').addEventListener('input', search);
  sortable();
  linked();
})();
