export default {
  app: {
    name: 'operations',
    vendor: 'Closeout'
  },
  customScripts: ['scripts/sign-out.js']
};
