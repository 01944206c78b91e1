export default {
  app: {
    name: 'administration',
    vendor: 'Closeout'
  },
  customScripts: ['scripts/sign-out.js']
};
