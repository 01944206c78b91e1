// form-js 1.8.7 keeps an empty entry among its errors for every edited field of a list, and Tasklist takes that for a
// mistake: "Complete" would stay shut. It stays shut as well after a refusal, because Tasklist does not look again.
// Where no field shows a mistake, it is opened; submitting checks once more.
const SHUT = '.form-actions button[ng-click="complete()"][disabled]';
const LIST = '.fjs-container .fjs-form-field-dynamiclist';
const MISTAKE = '.fjs-container .fjs-has-errors';
// milliseconds after the last change of the page, in which a field has long shown its mistake
const STILL = 400;

const scopeOf = button => {
  let scope = window.angular.element(button).scope();
  while (scope && !Object.prototype.hasOwnProperty.call(scope, '$invalid')) {
    scope = scope.$parent;
  }
  return scope;
};

const open = () => {
  const button = document.querySelector(SHUT);
  if (!button || document.querySelector(MISTAKE)) {
    return;
  }
  const scope = scopeOf(button);
  if (!scope || (scope.options && scope.options.disableCompleteButton)) {
    return;
  }
  if (scope.completeInProgress) {
    lookSoon();
    return;
  }
  scope.$apply(() => {
    if (document.querySelector(LIST)) {
      scope.$invalid = false;
    }
  });
};

let waiting;
const lookSoon = () => {
  clearTimeout(waiting);
  waiting = setTimeout(open, STILL);
};

// the button, a field's mistake or the words of a refusal came or went
new MutationObserver(lookSoon)
  .observe(document, {childList: true, subtree: true, attributes: true, attributeFilter: ['class', 'disabled']});
