// form-js 1.8.7 keeps an empty entry among its errors for every edited field of a list, and Tasklist takes that for a
// mistake: "Complete" would stay shut. Where no field shows a mistake, it is opened again; submitting checks once more.
const SHUT = '.form-actions button[ng-click="complete()"][disabled]';
const LIST = '.fjs-container .fjs-form-field-dynamiclist';
const MISTAKE = '.fjs-container .fjs-has-errors';
// milliseconds in which a field has shown its mistake
const SHOWN = 150;

const scopeOf = button => {
  let scope = window.angular.element(button).scope();
  while (scope && !Object.prototype.hasOwnProperty.call(scope, '$invalid')) {
    scope = scope.$parent;
  }
  return scope;
};

const open = () => {
  const button = document.querySelector(SHUT);
  if (button && document.querySelector(LIST) && !document.querySelector(MISTAKE)) {
    const scope = scopeOf(button);
    if (scope && scope.$invalid) {
      scope.$apply(() => {
        scope.$invalid = false;
      });
    }
  }
};

let waiting;
new MutationObserver(() => {
  clearTimeout(waiting);
  waiting = setTimeout(open, SHOWN);
}).observe(document, {attributes: true, attributeFilter: ['disabled', 'class'], childList: true, subtree: true});
