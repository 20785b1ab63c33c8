// The chosen theme, before the first paint. Without a choice the system's own holds. Nothing else is kept here.
(function () {
  "use strict";
  try {
    var theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch (error) { /* storage is switched off: the system's theme it is */ }
})();
