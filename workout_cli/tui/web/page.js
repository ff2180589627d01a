// The terminal has the keys as soon as it shows something, without a click.
const watched = new MutationObserver(() => {
  const keys = document.querySelector("body.-first-byte textarea");
  if (keys) {
    watched.disconnect();
    keys.focus();
  }
});
watched.observe(document.documentElement, { attributes: true, childList: true, subtree: true });
