// Ties claims and words together. The page can be read without it.
(function () {
  "use strict";
  var doc = document, root = doc.documentElement;
  root.classList.add("js");
  var segments = Array.from(doc.querySelectorAll("#text .s"));
  var claims = Array.from(doc.querySelectorAll(".claim"));
  var findings = Array.from(doc.querySelectorAll(".finding"));
  var cards = claims.concat(findings);
  var picked = doc.getElementById("picked");
  var current = null;
  cards.forEach(function (card) { card.spans = JSON.parse(card.dataset.spans); });
  segments.forEach(function (segment) { segment.from = +segment.dataset.s; segment.to = +segment.dataset.e; });

  function clear() {
    cards.forEach(function (card) { card.classList.remove("on", "hit"); });
    segments.forEach(function (segment) {
      Array.from(segment.classList).forEach(function (name) { if (name.slice(0, 3) === "on-") segment.classList.remove(name); });
    });
    doc.body.classList.remove("picking");
    picked.hidden = true;
    current = null;
  }

  function inside(segment, span) { return segment.from >= span[1] && segment.to <= span[2]; }

  function isVisible(node) {
    var box = node.getBoundingClientRect();
    return box.top >= 70 && box.bottom <= window.innerHeight - 20;
  }

  function show(node) {
    var still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (!isVisible(node)) node.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  }

  function select(card, scrollText) {
    clear();
    current = card;
    card.classList.add("on");
    var first = null;
    segments.forEach(function (segment) {
      card.spans.forEach(function (span) {
        if (!inside(segment, span)) return;
        segment.classList.add("on-" + span[0]);
        if (!first && (span[0] === "trigger" || span[0] === "finding")) first = segment;
      });
    });
    if (scrollText && first) show(first);
  }

  function claimsOf(segment) {
    var strong = [], weak = [];
    cards.forEach(function (card) {
      if (card.closest("[hidden]")) return;
      var parts = card.spans.filter(function (span) { return inside(segment, span); });
      if (parts.some(function (span) { return span[0] !== "evidence"; })) strong.push(card);
      else if (parts.length) weak.push(card);
    });
    return strong.length ? strong : weak;
  }

  function pickFrom(segment) {
    var found = claimsOf(segment);
    clear();
    if (!found.length) return;
    var trigger = segment.hash && doc.querySelector(segment.hash);
    var card = trigger && found.indexOf(trigger) >= 0 ? trigger : found[0];
    select(card, false);
    found.forEach(function (other) { other.classList.add("hit"); });
    if (found.length > 1) {
      picked.textContent = "لهذه الكلمات " + found.length + " من الادعاءات، وهي المؤطّرة. ";
      picked.hidden = false;
    }
    show(card);
  }

  doc.getElementById("text").addEventListener("click", function (event) {
    var segment = event.target.closest(".s");
    if (!segment || String(window.getSelection())) return;
    event.preventDefault();
    pickFrom(segment);
  });

  cards.forEach(function (card) {
    card.addEventListener("click", function (event) {
      var link = event.target.closest("a");
      if (link && !link.classList.contains("go")) return;
      if (String(window.getSelection())) return;
      if (link) event.preventDefault();
      select(card, true);
    });
  });

  doc.querySelectorAll(".finding a[href^='#c']").forEach(function (link) {
    link.addEventListener("click", function (event) {
      event.preventDefault();
      var card = doc.querySelector(link.hash);
      filter("all");
      select(card, false);
      show(card);
    });
  });

  function filter(code) {
    doc.querySelectorAll("[data-filter]").forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.filter === code));
    });
    claims.forEach(function (card) {
      card.parentElement.hidden = code !== "all" && card.dataset.flags.split(" ").indexOf(code) < 0;
    });
  }

  doc.querySelectorAll("[data-filter]").forEach(function (button) {
    button.addEventListener("click", function () { filter(button.dataset.filter); });
  });
  doc.querySelectorAll(".filters, .keys").forEach(function (node) { node.hidden = false; });

  function step(by) {
    var open = claims.filter(function (card) { return !card.parentElement.hidden; });
    if (!open.length) return;
    var at = open.indexOf(current);
    var next = open[at < 0 ? (by > 0 ? 0 : open.length - 1) : Math.min(Math.max(at + by, 0), open.length - 1)];
    select(next, true);
    next.focus({ preventScroll: true });
    show(next);
  }

  doc.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") clear();
    else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "Enter" && doc.activeElement.classList.contains("claim")) select(doc.activeElement, true);
  });

  if (/^#c\d+$/.test(location.hash)) {
    var start = doc.querySelector(location.hash);
    if (start) select(start, true);
  }
})();
