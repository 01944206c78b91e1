export default {
  app: {
    name: 'Closeout',
    vendor: 'Closeout'
  },
  customScripts: ['scripts/sign-out.js']
};
