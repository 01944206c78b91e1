// The engine's own logout would be undone by the next request: sign out where people signed in.
new MutationObserver(() => {
  const link = document.querySelector('li.account li.logout a');
  if (link && !link.dataset.closeout) {
    const ours = link.cloneNode(true);
    ours.dataset.closeout = 'sign-out';
    ours.removeAttribute('ng-click');
    ours.href = '/sign-out';
    link.replaceWith(ours);
  }
}).observe(document, {childList: true, subtree: true});
