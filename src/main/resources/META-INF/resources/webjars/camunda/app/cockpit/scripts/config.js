export default {
  app: {
    name: 'Closeout operations',
    vendor: 'Closeout'
  },
  customScripts: ['scripts/sign-out.js']
};
