'use strict';

// htmx posts carry the same token as plain forms do.
document.addEventListener('htmx:configRequest', event => {
    const csrf = document.querySelector('meta[name="csrf-header"]');
    if (csrf) {
        event.detail.headers[csrf.content] = csrf.dataset.token;
    }
});

// <button data-copy="#id"> copies that element's text; without script the text can still be selected.
document.addEventListener('click', event => {
    const button = event.target.closest('[data-copy]');
    if (button) {
        navigator.clipboard.writeText(document.querySelector(button.dataset.copy).textContent.trim());
        button.textContent = button.dataset.copied;
    }
});

// <form data-confirm="Really?"> asks first.
document.addEventListener('submit', event => {
    const question = event.target.dataset.confirm;
    if (question && !window.confirm(question)) {
        event.preventDefault();
    }
});
