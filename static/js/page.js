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

  document.addEventListener("click", function (event) {
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

  document.querySelectorAll("[data-needs-script]").forEach(function (element) {
    var need = element.dataset.needsScript;
    if ((need !== "clipboard" || navigator.clipboard) && (need !== "passkey" || window.PublicKeyCredential)) element.hidden = false;
  });
  showTheme();
})();
