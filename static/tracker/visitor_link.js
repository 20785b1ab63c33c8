/*
 * For the page of a website's privacy statement: a link to our page for visitors takes this browser's own number along,
 * so that the page can show, give and erase what is held about it. Where that is not possible the link stays a link.
 */
(() => {
  const page = `${(document.currentScript || 0).src}`.replace(/link\.js.*$/, "");

  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a[href]");
    const number = /(?:^|; )connectleads_visitor=([0-9a-f]{32})/.exec(document.cookie);
    if (!page || !link || !number || !link.href.startsWith(page)) return;
    const form = Object.assign(document.createElement("form"), { method: "post", action: link.href, hidden: true });
    form.append(Object.assign(document.createElement("input"), { name: "visitor", value: number[1] }));
    document.body.append(form);
    event.preventDefault();
    form.submit();
  });
})();
