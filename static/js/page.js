// Small conveniences. Every page works without this file.
(function () {
  "use strict";
  var root = document.documentElement;

  function showTheme() {
    var theme = root.dataset.theme || "system";
    document.querySelectorAll("[data-theme-choice]").forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.themeChoice === theme));
    });
  }

  function chooseTheme(theme) {
    if (theme === "system") delete root.dataset.theme;
    else root.dataset.theme = theme;
    try {
      if (theme === "system") localStorage.removeItem("theme");
      else localStorage.setItem("theme", theme);
    } catch (error) { /* the choice then holds for this page only */ }
    showTheme();
  }

  function copy(button) {
    var text = document.getElementById(button.dataset.copy).textContent.trim();
    navigator.clipboard.writeText(text).then(function () {
      button.classList.add("is-done");
      button.querySelector("[data-copied]").hidden = false;
      button.querySelector("[data-copy-label]").hidden = true;
      setTimeout(function () {
        button.classList.remove("is-done");
        button.querySelector("[data-copied]").hidden = true;
        button.querySelector("[data-copy-label]").hidden = false;
      }, 2500);
    });
  }

  function closeMenus(except) {
    document.querySelectorAll("details.menu[open]").forEach(function (menu) {
      if (menu !== except) menu.open = false;
    });
  }

  // A chart tells one day at a time: under the pointer, or by the arrow keys.
  function tell(plot, slot) {
    var tip = plot.querySelector(".plot-tip");
    plot.querySelectorAll(".is-told").forEach(function (other) { other.classList.remove("is-told"); });
    tip.hidden = !slot;
    if (!slot) return;
    var area = plot.getBoundingClientRect();
    var box = slot.getBoundingClientRect();
    var lines = slot.dataset.tip.split("|");
    slot.classList.add("is-told");
    tip.textContent = "";
    lines.forEach(function (line, at) {
      tip.appendChild(document.createElement(at ? "span" : "strong")).textContent = line;
    });
    var middle = box.left + box.width / 2 - area.left;
    var half = tip.offsetWidth / 2;
    tip.style.left = Math.max(half, Math.min(area.width - half, middle)) + "px";
  }

  function stepThrough(event) {
    var plot = event.target.closest && event.target.closest("[data-plot]");
    if (!plot || !/^(Arrow(Left|Right)|Home|End|Escape)$/.test(event.key)) return;
    var slots = Array.prototype.slice.call(plot.querySelectorAll(".day-slot"));
    var at = slots.indexOf(plot.querySelector(".is-told"));
    if (event.key === "Escape") return tell(plot, null);
    event.preventDefault();
    if (event.key === "Home") at = 0;
    else if (event.key === "End" || at < 0) at = slots.length - 1;
    else at = Math.max(0, Math.min(slots.length - 1, at + (event.key === "ArrowLeft" ? -1 : 1)));
    tell(plot, slots[at]);
    say(slots[at].dataset.tip.replace(/\|/g, ", "));
  }

  function say(words) {
    var said = document.getElementById("said");
    if (said) said.textContent = words;
  }

  ["pointerover", "focusin"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      var plot = event.target.closest && event.target.closest("[data-plot]");
      if (plot && name === "pointerover") tell(plot, event.target.closest(".day-slot"));
    });
  });
  document.addEventListener("pointerout", function (event) {
    var plot = event.target.closest && event.target.closest("[data-plot]");
    if (plot && !plot.contains(event.relatedTarget)) tell(plot, null);
  });
  document.addEventListener("focusout", function (event) {
    if (event.target.matches && event.target.matches("[data-plot]")) tell(event.target, null);
  });
  document.addEventListener("keydown", stepThrough);

  // Chosen rows: all of a page at once, and how many there are.
  function countPicked(form) {
    var boxes = form.querySelectorAll("tbody input[name=lead]");
    var picked = form.querySelectorAll("tbody input[name=lead]:checked").length;
    var all = form.querySelector("[data-pick-all]");
    var words = form.querySelector("[data-picked]");
    if (all) { all.checked = picked === boxes.length; all.indeterminate = picked > 0 && picked < boxes.length; }
    if (words) words.textContent = picked + " " + (picked === 1 ? words.dataset.one : words.dataset.many);
  }

  document.addEventListener("change", function (event) {
    var form = event.target.form;
    if (!form || form.id !== "selection") return;
    if (event.target.matches("[data-pick-all]")) {
      form.querySelectorAll("tbody input[name=lead]").forEach(function (box) { box.checked = event.target.checked; });
    }
    countPicked(form);
  });

  // Colleagues offered while a note is written after an @.
  function offerNames(area) {
    var list = area.form.querySelector("[data-mention-list]");
    var typed = /(^|\s)@([^\s@]*)$/.exec(area.value.slice(0, area.selectionStart));
    var names = typed ? area.dataset.mentions.split("|").filter(function (name) {
      return name.toLowerCase().indexOf(typed[2].toLowerCase()) === 0;
    }) : [];
    list.textContent = "";
    list.hidden = !names.length;
    names.slice(0, 4).forEach(function (name) {
      var button = list.appendChild(document.createElement("button"));
      button.type = "button";
      button.className = "chip";
      button.textContent = "@" + name;
      button.addEventListener("click", function () {
        var end = area.selectionStart;
        area.setRangeText("@" + name + " ", end - typed[2].length - 1, end, "end");
        list.hidden = true;
        area.focus();
      });
    });
  }

  document.addEventListener("input", function (event) {
    if (event.target.matches("[data-mentions]")) offerNames(event.target);
  });

  document.addEventListener("click", function (event) {
    var closer = event.target.closest("[data-close]");
    if (closer && document.querySelector(closer.dataset.close)) {
      event.preventDefault();
      document.querySelector(closer.dataset.close).textContent = "";
      document.getElementById("add-filter").focus();
    }
    if (event.target.closest("[data-print]")) window.print();
    var choice = event.target.closest("[data-theme-choice]");
    var copier = event.target.closest("[data-copy]");
    closeMenus(event.target.closest("details.menu"));
    if (choice) chooseTheme(choice.dataset.themeChoice);
    if (copier) copy(copier);
  });

  document.addEventListener("keydown", function (event) {
    var menu = event.target.closest && event.target.closest("details.menu[open]");
    if (event.key === "Escape" && menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  function showScripted() {
    document.querySelectorAll("[data-needs-script]").forEach(function (element) {
      var need = element.dataset.needsScript;
      if ((need !== "clipboard" || navigator.clipboard) && (need !== "passkey" || window.PublicKeyCredential)) element.hidden = false;
    });
  }

  // A form to add something is empty again as soon as its words are on their way; they come back when they did not arrive.
  document.addEventListener("htmx:beforeSend", function (event) {
    var form = event.detail.elt;
    if (!form.matches || !form.matches("[data-clears]")) return;
    form.sent = Array.prototype.map.call(form.elements, function (field) { return field.value; });
    form.reset();
  });

  function bringBack(form) {
    if (!form.sent) return;
    Array.prototype.forEach.call(form.elements, function (field, at) { if (!field.value) field.value = form.sent[at]; });
  }

  // What went wrong with a request is said on the page, with a way on. A page that only looks for news says nothing.
  var failed = null;

  function showTrouble(kind) {
    var bar = document.getElementById("trouble");
    if (!bar) return;
    bar.querySelectorAll("[data-trouble]").forEach(function (words) { words.hidden = words.dataset.trouble !== kind; });
    bar.querySelector("[data-trouble-again]").hidden = kind === "refused" || !failed;
    bar.querySelector("[data-trouble-reload]").hidden = kind !== "refused";
    bar.hidden = !kind;
  }

  function trouble(event) {
    var asked = event.detail.requestConfig || {};
    var element = asked.elt || event.detail.elt;
    var status = event.detail.xhr ? event.detail.xhr.status : 0;
    var how = asked.triggeringEvent ? asked.triggeringEvent.type : "";
    if (/^(load|htmx:poll|segments-changed)/.test(how) || /\bevery\b/.test(element.getAttribute("hx-trigger") || "")) return;
    bringBack(element);
    failed = document.contains(element) && how ? { element: element, how: how === "input" ? "submit" : how } : null;
    showTrouble(status >= 500 || status === 429 ? "failed" : status ? "refused" : "away");
  }

  ["htmx:responseError", "htmx:sendError", "htmx:timeout"].forEach(function (name) { document.addEventListener(name, trouble); });
  document.addEventListener("htmx:beforeSend", function () { showTrouble(""); });
  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-trouble-close]")) showTrouble("");
    if (event.target.closest("[data-trouble-reload]")) location.reload();
    if (event.target.closest("[data-trouble-again]") && failed) window.htmx.trigger(failed.element, failed.how);
  });

  document.addEventListener("htmx:afterSettle", showScripted);
  showScripted();
  showTheme();
})();
