// People arrive signed in, so Tasklist may draw its list before its words have come, and then shows their keys for good
// (its own sign-in page used to leave them the time). Where that happened, the view is drawn once more.
const KEY = /^[A-Z]+(_[A-Z]+)+$/;

const drawn = new MutationObserver(() => {
  const label = document.querySelector('.sort-by');
  if (!label || !label.textContent.trim()) {
    return;
  }
  drawn.disconnect();
  if (KEY.test(label.textContent.trim())) {
    const tasklist = window.angular.element(document.body).injector();
    tasklist.get('$translate').onReady(() => tasklist.get('$route').reload());
  }
});
drawn.observe(document, {childList: true, subtree: true, characterData: true});
