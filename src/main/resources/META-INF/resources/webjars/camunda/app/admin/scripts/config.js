export default {
  app: {
    name: 'administration',
    vendor: 'Closeout'
  },
  customScripts: ['../../../js/engine-sign-out.js']
};
