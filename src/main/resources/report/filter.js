(function () {
  'use strict';
  var form = document.querySelector('.filter');
  var find = document.getElementById('find');
  var shown = document.getElementById('shown');
  var boxes = Array.from(form.querySelectorAll('input[type=checkbox]'));
  var cards = Array.from(document.querySelectorAll('article.card')).map(function (card) {
    return {element: card, text: card.textContent.toLowerCase()};
  });
  function apply() {
    var words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    var wanted = boxes.filter(function (b) { return b.checked; }).map(function (b) { return b.value; });
    var count = 0;
    cards.forEach(function (c) {
      var visible = wanted.some(function (v) { return c.element.classList.contains(v); }) &&
          words.every(function (w) { return c.text.indexOf(w) >= 0; });
      c.element.hidden = !visible;
      count += visible ? 1 : 0;
    });
    document.querySelectorAll('section.part').forEach(function (s) {
      s.hidden = !s.querySelector('article.card:not([hidden])');
    });
    shown.textContent = count === cards.length ? '' : count + ' of ' + cards.length + ' claims shown';
  }
  function reveal() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.hidden) {
      find.value = '';
      boxes.forEach(function (b) { b.checked = true; });
      apply();
      target.scrollIntoView();
    }
  }
  form.hidden = false;
  document.querySelector('.key').hidden = true;
  form.addEventListener('input', apply);
  window.addEventListener('hashchange', reveal);
  if (window.matchMedia('(max-width: 62rem)').matches) {
    document.querySelector('.toc details').open = false;
  }
})();
