export default {
  app: {
    name: 'Closeout administration',
    vendor: 'Closeout'
  },
  customScripts: ['scripts/sign-out.js']
};
