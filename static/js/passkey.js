// Says in words what went wrong with a passkey, where the browser only rejects a promise.
(function () {
  "use strict";
  document.addEventListener("allauth.error", function (event) {
    var place = document.querySelector("[data-passkey-failed]");
    if (!place) return;
    event.preventDefault();
    place.hidden = false;
  });
})();
