// Shows the document that the service itself serves; nothing is asked of a validator elsewhere.
SwaggerUIBundle({ url: '/v1/openapi.json', dom_id: '#swagger-ui', deepLinking: true, validatorUrl: null });
