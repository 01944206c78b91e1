// The engine's own logout would be undone by the next request: sign out where people signed in, with the form of our pages.
const signOut = async click => {
  click.preventDefault();
  const page = await (await fetch('/account')).text();
  const form = new DOMParser().parseFromString(page, 'text/html').querySelector('form[action="/sign-out"]');
  if (form) {
    document.body.append(form);
    form.submit();
  } else {
    location.assign('/sign-in');
  }
};

new MutationObserver(() => {
  const link = document.querySelector('li.account li.logout a');
  if (link && !link.dataset.closeout) {
    const ours = link.cloneNode(true);
    ours.dataset.closeout = 'sign-out';
    ours.removeAttribute('ng-click');
    ours.href = '/account';
    ours.addEventListener('click', signOut);
    link.replaceWith(ours);
  }
}).observe(document, {childList: true, subtree: true});
